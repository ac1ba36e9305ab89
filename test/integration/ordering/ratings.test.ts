import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { satisfactionRoutes } from '../../../src/http/operator/satisfaction/routes'
import { ratingRoutes } from '../../../src/http/store/ratings/routes'
import { watchSatisfaction } from '../../../src/ordering/ratings/watch-satisfaction'
import { fulfilmentGroups, orderLines, orders } from '../../../src/ordering/schema/orders'
import { ratings, satisfactionAlerts } from '../../../src/ordering/schema/ratings'
import { type TestApp, testApp } from '../../support/app'
import { caller, guest, openDoor, staff } from '../../support/door'
import { BEFORE, raise } from './neighbourhood'

let app: TestApp
let door: Awaited<ReturnType<typeof openDoor>>

beforeEach(async () => {
  app = await testApp()
  app.setNow(BEFORE)
  await raise(app)
  door = await openDoor(app, [...ratingRoutes, ...satisfactionRoutes])
})
afterEach(async () => {
  await door.close()
  await app.close()
})

const DAY = '2026-11-02'
const dish = { zh: '米饭', en: 'Rice' }

/** A meal of one dish that somebody ordered, however far it is. */
async function meal(id: string, personId: string, status: 'cooking' | 'delivered', operatorId = 'op', siteId = 'k1') {
  const place = { servicePointId: 'pt', buildingId: 'bld', communityId: 'com' }
  const money = { itemsMinor: 0, feeMinor: 0, totalMinor: 0, taxMinor: 0, currency: 'CNY' }
  const contact = { contactName: '王', contactPhone: '13000000000' }
  const order = { ...place, ...money, ...contact, id, number: id, operatorId, personId, status: 'placed' as const }
  await app.db.insert(orders).values({ ...order, receivedAt: BEFORE })
  const group = {
    id: `${id}-g`,
    orderId: id,
    operatorId,
    menuDayId: 'md',
    siteId,
    serviceDate: DAY,
    period: 'lunch' as const,
  }
  await app.db.insert(fulfilmentGroups).values({ ...group, status, boxes: 1, handoverCode: '1234', updatedAt: BEFORE })
  const line = {
    id: `${id}-l`,
    orderId: id,
    groupId: group.id,
    offerId: 'o',
    dishId: 'rice',
    recipeVersionId: null,
    variantId: null,
  }
  const allergens = { contains: [], mayContain: [], assessed: true }
  await app.db.insert(orderLines).values({ ...line, name: dish, quantity: 1, unitMinor: 0, taxBps: 600, allergens })
  return { path: `/api/store/orders/${id}/ratings`, groupId: group.id, lineId: line.id }
}

const resident = async () => {
  const token = await guest(app)
  const me = caller(door.url, token)
  return {
    me,
    personId:
      (await app.db.execute<{ id: string }>('select id from people.persons order by id desc limit 1')).rows[0]?.id ??
      '',
  }
}

describe('ratings', () => {
  it('R12 a meal is rated by dish and delivery once it was handed over, and changed rather than added', async () => {
    const { me, personId } = await resident()
    const { path, groupId, lineId } = await meal('a', personId, 'delivered')
    const said = { groupId, dishes: [{ lineId, score: 5 }], delivery: 2, comment: '很好' }
    expect(await me.post(path, said)).toMatchObject({ status: 200, body: { groups: [said] } })
    expect((await me.post(path, { ...said, delivery: 4 })).body.groups).toEqual([{ ...said, delivery: 4 }])
    expect(await app.db.select().from(ratings)).toHaveLength(2)

    const waiting = await meal('b', personId, 'cooking')
    const early = await me.post(waiting.path, { ...said, groupId: waiting.groupId, dishes: [] })
    expect([early.status, early.body.error.code]).toEqual([403, 'not_delivered_yet'])
    const theirs = await meal('c', 'per_other', 'delivered')
    expect((await me.post(theirs.path, { ...said, groupId: theirs.groupId, dishes: [] })).status).toBe(404)
    expect((await me.post(path, { ...said, dishes: [{ lineId: 'c-l', score: 5 }] })).status).toBe(404)
    expect((await me.post(path, { ...said, delivery: 6 })).status).toBe(422)
    expect((await me.get(theirs.path)).body.groups).toEqual([])
  })

  it('R12 O3 forty ratings with 35 positive are 87.5% with n = 40, one alert stands, and roll-ups weigh by n', async () => {
    const rate = (kitchen: string, operatorId: string, scores: readonly number[]) =>
      app.db.insert(ratings).values(
        scores.map((score, i) => ({
          groupId: `${kitchen}-${i}`,
          subject: 'delivery',
          operatorId,
          siteId: kitchen,
          communityId: 'com',
          personId: `per-${i}`,
          serviceDate: DAY,
          score,
          comment: '',
          ratedAt: BEFORE,
        })),
      )
    await rate('k1', 'op', [...Array<number>(35).fill(5), ...Array<number>(5).fill(2)])
    await rate('k2', 'op', Array<number>(10).fill(4))
    await rate('site-z', 'op-z', Array<number>(30).fill(1))
    await Promise.all([watchSatisfaction(app), watchSatisfaction(app), watchSatisfaction(app)])

    const operator = caller(door.url, await staff(app, 'operator', 'op'))
    const { body } = await operator.get(`/api/operator/satisfaction?from=${DAY}&to=${DAY}`)
    expect(body.kitchens).toMatchObject([
      { id: 'k1', count: 40, positive: 35, index: 0.875 },
      { id: 'k2', count: 10, positive: 10, index: 1 },
    ])
    expect(body.all).toEqual({ count: 50, positive: 45, index: 0.9 })
    expect(body.cities).toMatchObject([{ name: { en: 'City' }, count: 50, index: 0.9 }])
    expect(body.operators).toMatchObject([{ id: 'op', count: 50, index: 0.9 }])
    expect(body.alerts).toMatchObject([{ kind: 'site', count: 40, index: 0.875 }])

    await app.db.update(ratings).set({ score: 5 })
    await watchSatisfaction(app)
    expect((await operator.get('/api/operator/satisfaction')).body.alerts).toEqual([])
    const kept = await app.db.select().from(satisfactionAlerts)
    expect(kept.every(({ closedAt }) => closedAt !== null)).toBe(true)
  })
})
