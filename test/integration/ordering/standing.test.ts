import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { purses } from '../../../src/funding/schema/purses'
import { planRoutes } from '../../../src/http/store/plans/routes'
import { storeRoutes } from '../../../src/http/store/routes'
import { auditOrders } from '../../../src/ordering/audit-orders'
import { memberships } from '../../../src/people/schema'
import { openPayments } from '../../../src/platform/payments/open'
import { placeStanding } from '../../../src/shopping/place-standing'
import { type TestApp, testApp } from '../../support/app'
import { caller, guest, openDoor } from '../../support/door'
import { employee, found, ledger, orderAs, pay } from '../funding/company'
import { BEFORE, raise } from './neighbourhood'

const ROUNDS = 50
const MINUTE = 60_000

let app: TestApp
let door: Awaited<ReturnType<typeof openDoor>>
let run: ReturnType<typeof placeStanding>

beforeEach(async () => {
  app = await testApp()
  app.setNow(BEFORE)
  await raise(app, { portions: 2_000, days: 7 })
  await found(app)
  await pay(app)
  const payments = openPayments(app.config)
  door = await openDoor(app, [...storeRoutes(payments), ...planRoutes()])
  run = placeStanding(payments.current)
})

afterEach(async () => {
  await door.close()
  await app.close()
})

/** Somebody whose company pays lunch, logged in. */
async function worker() {
  const me = await employee(app, door.url)
  await app.db.insert(memberships).values({ personId: me.personId, role: 'employee', operatorId: 'op', scopeId: 'cmp' })
  return me
}

const plan = (wish: Record<string, unknown> = {}, given: Record<string, unknown> = {}) => ({
  servicePointId: 'lobby',
  contact: { name: '林夏', phone: '13800000000' },
  wishes: [
    {
      days: 'workdays',
      period: 'lunch',
      quantity: 1,
      dishIds: ['dish_rice'],
      chefsChoice: false,
      maxMinor: null,
      ...wish,
    },
  ],
  from: '2026-11-01',
  to: null,
  ...given,
})

const later = (minutes: number) => app.setNow(new Date(app.now().getTime() + minutes * MINUTE))
const number = async (query: ReturnType<typeof sql>) => Number((await app.db.execute<{ n: string }>(query)).rows[0]?.n)
const daysOf = (body: { plans: { days: { date: string; status: string; note: { code: string } | null }[] }[] }) =>
  (body.plans[0]?.days ?? []).map(({ date, status, note }) => [date, status, note?.code ?? null])

describe('a standing order', () => {
  it('is ordered once a day before its cut-off, covered and firm, and not on a Saturday', async () => {
    const me = await worker()
    const { status, body } = await me.post('/api/store/plans', plan())
    expect([status, daysOf(body).length]).toEqual([201, 5])
    // Monday's lunch closes in an hour, Tuesday's in 25 hours
    expect([await run(app), await run(app)]).toEqual([2, 0])
    const { orders } = (await me.get('/api/store/orders')).body
    expect(orders.map((order: { status: string; dueMinor: number }) => [order.status, order.dueMinor])).toEqual([
      ['placed', 0],
      ['placed', 0],
    ])
    expect(await ledger(app)).toMatchObject({ 'receivable:company:cmp': 3_600 })
    for (let day = 0; day < 6; day++) {
      later(24 * 60)
      await run(app)
    }
    const dates = sql`select count(*) as n from ordering.fulfilment_groups where service_date > '2026-11-06'`
    expect([await number(sql`select count(*) as n from ordering.orders`), await number(dates)]).toEqual([5, 0])
    expect(await number(sql`select count(*) as n from platform.audit where action = 'ordering.place-standing'`)).toBe(5)
    expect(await auditOrders(app)).toEqual([])
  })

  it('is ordered once when two workers run at once: 50 rounds on the same day', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const me = await worker()
      await me.post('/api/store/plans', plan({}, { to: '2026-11-02' }))
      const placed = await Promise.all([run(app), run(app), run(app)])
      expect([placed.reduce((a, b) => a + b, 0), round]).toEqual([1, round])
    }
    expect(await number(sql`select count(*) as n from ordering.orders`)).toBe(ROUNDS)
    expect(await number(sql`select count(*) as n from ordering.standing_days where status = 'placed'`)).toBe(ROUNDS)
  })

  it('is not ordered where a part would be left to pay, says why, and is tried again until the cut-off', async () => {
    const me = await worker()
    await orderAs(me, ['bun'], { date: '2026-11-03' })
    await me.post('/api/store/plans', plan({ quantity: 2 }))
    expect(await run(app)).toBe(0)
    const { body } = await me.get('/api/store/plans')
    expect(daysOf(body).slice(0, 2)).toEqual([
      ['2026-11-02', 'not_placed', 'not_covered'],
      ['2026-11-03', 'not_placed', 'already_ordered'],
    ])
    expect(body.plans[0].days[0].note.message.length).toBeGreaterThan(20)
    expect(await number(sql`select count(*) as n from ordering.orders`)).toBe(1)
    // a meal card pays the rest
    const purse = {
      id: 'pur',
      operatorId: 'op',
      personId: me.personId,
      kind: 'personal',
      holder: 'registered',
    } as const
    await app.db.insert(purses).values({ ...purse, currency: 'cny', balanceMinor: 5_000, capMinor: 500_000 })
    expect(await run(app)).toBe(0)
    later(31)
    expect(await run(app)).toBe(1)
    expect(daysOf((await me.get('/api/store/plans')).body)[0]).toEqual(['2026-11-02', 'placed', null])
    expect(await number(sql`select balance_minor as n from funding.purses where id = 'pur'`)).toBe(3_900)
  })

  it('takes the dishes in their order, then what the chef chooses within the price', async () => {
    const me = await worker()
    await app.db.execute(
      sql`update ordering.capacity_pools set reserved = capacity where offer_id like '%_2026-11-02_lunch_rice'`,
    )
    await me.post('/api/store/plans', plan({ dishIds: ['dish_rice', 'dish_soup'], chefsChoice: true, maxMinor: 1_500 }))
    expect(await run(app)).toBe(2)
    const { rows } = await app.db.execute<{ dish: string }>(
      sql`select dish_id as dish from ordering.order_lines order by offer_id`,
    )
    // rice is sold out on Monday and too dear on Tuesday
    expect(rows.map(({ dish }) => dish)).toEqual(['dish_soup', 'dish_soup'])
    const other = await worker()
    await other.post('/api/store/plans', plan({ maxMinor: 100 }))
    await run(app)
    expect(daysOf((await other.get('/api/store/plans')).body)[0]).toEqual(['2026-11-02', 'not_placed', 'no_dish_fits'])
  })

  it('pauses, resumes and ends; an ended one is refused; nobody else’s is found', async () => {
    const me = await worker()
    const { body } = await me.post('/api/store/plans', plan())
    const { id } = body.plans[0]
    const paused = await me.post(`/api/store/plans/${id}/pauses`, { from: '2026-11-01', to: null })
    expect([paused.body.plans[0].paused, daysOf(paused.body), await run(app)]).toEqual([true, [], 0])
    const resumed = await me.post(`/api/store/plans/${id}/resumption`, { from: '2026-11-03' })
    expect([daysOf(resumed.body)[0]?.[0], await run(app)]).toEqual(['2026-11-03', 1])
    const stranger = caller(door.url, await guest(app))
    expect((await stranger.post(`/api/store/plans/${id}/pauses`, { from: '2026-11-01', to: null })).status).toBe(404)
    expect((await me.delete(`/api/store/plans/${id}`)).body.plans).toEqual([])
    later(24 * 60)
    expect(await run(app)).toBe(0)
    const again = await me.post(`/api/store/plans/${id}/resumption`, { from: '2026-11-04' })
    expect(again).toMatchObject({ status: 409, body: { error: { code: 'plan_ended' } } })
  })
})
