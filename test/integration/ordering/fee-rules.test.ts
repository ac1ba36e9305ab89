import { afterAll, beforeAll, expect, it } from 'vitest'
import { setFeeRules } from '../../../src/delivery/fees/set-fee-rules'
import { storeRoutes } from '../../../src/http/store/routes'
import { onTheRoad } from '../../../src/kernel/distance'
import { openPayments } from '../../../src/platform/payments/open'
import { audit } from '../../../src/platform/schema'
import { sites } from '../../../src/places/schema'
import { eq } from 'drizzle-orm'
import { type TestApp, testApp } from '../../support/app'
import { caller, guest, openDoor } from '../../support/door'
import { BEFORE, offerOf, oneRice, raise } from './neighbourhood'

let app: TestApp
let door: Awaited<ReturnType<typeof openDoor>>
const ANY = {
  siteId: null,
  communityId: null,
  pointKind: null,
  fromMetres: 0,
  toMetres: null,
  fromMinor: 0,
  toMinor: null,
  feeMinor: 0,
  perKmMinor: 0,
}

beforeAll(async () => {
  app = await testApp()
  app.setNow(BEFORE)
  await raise(app)
  // 0.03 degrees north of the building: 3,336 m straight, 4,503 m by road
  await app.db.update(sites).set({ lat: 29.53 }).where(eq(sites.id, 'k1'))
  await setFeeRules(app, {
    operatorId: 'op',
    actorId: 'per-1',
    rules: [
      { ...ANY, fromMetres: 1_000, feeMinor: 200, perKmMinor: 50 },
      { ...ANY, pointKind: 'lobby', feeMinor: 100 },
      { ...ANY, pointKind: 'door', fromMinor: 5_000, feeMinor: 0 },
    ],
  })
  // another tenant's rules are nobody else's
  await setFeeRules(app, {
    operatorId: 'op-b',
    actorId: 'per-2',
    rules: [{ ...ANY, communityId: 'com', feeMinor: 9_900 }],
  })
  door = await openDoor(app, storeRoutes(openPayments(app.config)))
})
afterAll(async () => {
  await door.close()
  await app.close()
})

const rice = (quantity: number) => ({ items: [{ offerId: offerOf('k1', 'rice'), quantity }] })

it('R5 the fee follows distance, point and order value, and is said in words', async () => {
  const { post } = caller(door.url, await guest(app))
  const feeOf = async (servicePointId: string, quantity: number) => {
    const { body } = await post('/api/store/quotes', { servicePointId, ...rice(quantity) })
    expect(body.totalMinor).toBe(body.itemsMinor + body.feeMinor)
    return [body.feeMinor, body.groups[0].feeReason.zh]
  }
  expect(Math.round(onTheRoad(3_335.85))).toBe(4_503)
  // 3.5 km beyond the first are four begun
  expect(await feeOf('door', 1)).toEqual([400, '路程 4.5 公里'])
  expect(await feeOf('door', 3)).toEqual([0, '送到门口，满 50 元'])
  expect(await feeOf('lobby', 3)).toEqual([100, '送到大堂'])
})

it('R5 the total shown is the total charged: what was quoted elsewhere is refused', async () => {
  const { post } = caller(door.url, await guest(app))
  const wrong = await post('/api/store/orders', oneRice({ servicePointId: 'door', ...rice(1), totalMinor: 2_100 }))
  expect(wrong).toMatchObject({ status: 409, body: { error: { code: 'quote_changed', params: { nowMinor: 2_200 } } } })
  const right = await post('/api/store/orders', oneRice({ servicePointId: 'door', ...rice(1), totalMinor: 2_200 }))
  expect(right).toMatchObject({ status: 201, body: { totalMinor: 2_200, feeMinor: 400 } })
})

it('rules are replaced as a whole, and it is noted who did it', async () => {
  await setFeeRules(app, { operatorId: 'op-b', actorId: 'per-2', rules: [] })
  const notes = await app.db.select().from(audit).where(eq(audit.action, 'delivery.fee-rules'))
  expect(notes.map(({ subject, actorId, detail }) => [subject, actorId, detail])).toEqual(
    expect.arrayContaining([
      ['op', 'per-1', { rules: 3 }],
      ['op-b', 'per-2', { rules: 0 }],
    ]),
  )
})
