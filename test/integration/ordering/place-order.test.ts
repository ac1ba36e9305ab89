import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { arrivalNote } from '../../../src/http/arrival'
import { sessionRoutes } from '../../../src/http/session/routes'
import { openCallers } from '../../../src/http/auth'
import { storeRoutes } from '../../../src/http/store/routes'
import { funds } from '../../../src/funding/funds'
import { expireHolds } from '../../../src/ordering/expire-holds'
import { orders } from '../../../src/ordering/schema/orders'
import { capacityHolds, capacityPools } from '../../../src/ordering/schema/slots'
import { openPayments } from '../../../src/platform/payments/open'
import { outbox } from '../../../src/platform/schema'
import { type TestApp, testApp } from '../../support/app'
import { caller, guest, openDoor } from '../../support/door'
import { BEFORE, CUTOFF, offerOf, oneRice, raise, SERVICE_DATE } from './neighbourhood'

let app: TestApp
let door: Awaited<ReturnType<typeof openDoor>>

async function open(neighbourhood: Parameters<typeof raise>[1] = {}) {
  app = await testApp()
  app.setNow(BEFORE)
  await raise(app, neighbourhood)
  const noPasswords = () => Promise.reject(new Error('nobody logs in here'))
  door = await openDoor(app, [
    ...storeRoutes(openPayments(app.config)),
    ...sessionRoutes(noPasswords, openCallers(app)),
  ])
}

afterEach(async () => {
  await door.close()
  await app.close()
})

const pool = async (offerId: string) => {
  const [row] = await app.db.select().from(capacityPools).where(eq(capacityPools.offerId, offerId))
  return row?.reserved
}

describe('placing an order', () => {
  beforeEach(() => open())

  it('R1 lists what serves the building and refuses what does not', async () => {
    const { get, post } = caller(door.url, await guest(app))
    const { body: menu } = await get(`/api/store/menu?servicePointId=door&date=${SERVICE_DATE}&period=lunch`)
    expect(menu.menus.map((m: { site: { id: string } }) => m.site.id)).toEqual(['k1'])
    const refused = await post(
      '/api/store/orders',
      oneRice({ items: [{ offerId: offerOf('k2', 'rice'), quantity: 1 }] }),
    )
    expect(refused).toMatchObject({ status: 422, body: { error: { code: 'not_deliverable' } } })
    expect(await pool(offerOf('k2', 'rice'))).toBe(0)
  })

  it('R2 takes an order a millisecond before the cut-off and refuses it at the cut-off', async () => {
    const { post } = caller(door.url, await guest(app))
    app.setNow(new Date(CUTOFF.getTime() - 1))
    expect((await post('/api/store/orders', oneRice())).status).toBe(201)
    app.setNow(CUTOFF)
    expect(await post('/api/store/orders', oneRice())).toMatchObject({
      status: 409,
      body: { error: { code: 'cutoff_passed' } },
    })
    expect(await pool(offerOf('k1', 'rice'))).toBe(1)
  })

  it('R2 who came in time and was turned away in the crowd is not late when they come again', async () => {
    const token = await guest(app)
    const key = 'pressed-in-time'
    const note = arrivalNote({ secret: app.config.JWT_SECRET, key }, new Date(CUTOFF.getTime() - 1))
    app.setNow(new Date(CUTOFF.getTime() + 20_000))
    const again = (idempotencyKey: string) =>
      fetch(`${door.url}/api/store/orders`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': idempotencyKey,
          'x-arrived': note,
        },
        body: JSON.stringify(oneRice()),
      })
    expect((await again('another-act')).status).toBe(409)
    expect((await again(key)).status).toBe(201)
    expect(await pool(offerOf('k1', 'rice'))).toBe(1)
  })

  it('R5 recomputes the fee when the mode changes, and charges the total that was shown', async () => {
    const { post } = caller(door.url, await guest(app))
    const basket = { items: [{ offerId: offerOf('k1', 'rice'), quantity: 2 }] }
    const atDoor = await post('/api/store/quotes', { servicePointId: 'door', ...basket })
    const atLobby = await post('/api/store/quotes', { servicePointId: 'lobby', ...basket })
    expect([atDoor.body.feeMinor, atDoor.body.totalMinor]).toEqual([300, 3_900])
    expect([atLobby.body.feeMinor, atLobby.body.totalMinor]).toEqual([0, 3_600])
    const wrong = await post('/api/store/orders', oneRice({ servicePointId: 'lobby', ...basket, totalMinor: 3_900 }))
    expect(wrong).toMatchObject({
      status: 409,
      body: { error: { code: 'quote_changed', params: { nowMinor: 3_600 } } },
    })
    const right = await post('/api/store/orders', oneRice({ servicePointId: 'lobby', ...basket, totalMinor: 3_600 }))
    expect(right).toMatchObject({ status: 201, body: { totalMinor: 3_600, feeMinor: 0 } })
  })

  it('holds every dish of a basket or none', async () => {
    const { post } = caller(door.url, await guest(app))
    await app.db
      .update(capacityPools)
      .set({ capacity: 0 })
      .where(eq(capacityPools.offerId, offerOf('k1', 'soup')))
    const both = ['rice', 'soup'].map((dish) => ({ offerId: offerOf('k1', dish), quantity: 1 }))
    const refused = await post('/api/store/orders', oneRice({ items: both, totalMinor: 3_100 }))
    expect(refused).toMatchObject({ status: 409, body: { error: { code: 'sold_out' } } })
    expect(await pool(offerOf('k1', 'rice'))).toBe(0)
  })

  it('V3 gives a repeated request the first answer and another body under its key a refusal', async () => {
    const { post } = caller(door.url, await guest(app))
    const key = 'the-same-key-for-all'
    const answers = await Promise.all(Array.from({ length: 3 }, () => post('/api/store/orders', oneRice(), key)))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(await pool(offerOf('k1', 'rice'))).toBe(1)
    const other = await post('/api/store/orders', oneRice({ note: 'other' }), key)
    expect(other).toMatchObject({ status: 422, body: { error: { code: 'idempotency_key_reused' } } })
  })

  it('answers bad input with a code in the reader’s language and loses nothing', async () => {
    const me = caller(door.url, await guest(app))
    const broken = await fetch(`${door.url}/api/store/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en' },
      body: '{"items": [',
    })
    expect([broken.status, await broken.json()]).toMatchObject([400, { error: { code: 'invalid_json' } }])
    expect(await me.post('/api/store/orders', oneRice({ items: [] }))).toMatchObject({
      status: 422,
      body: { error: { code: 'invalid', fields: [{ path: 'body.items' }] } },
    })
    expect((await me.post('/api/store/orders', oneRice({ servicePointId: 'nowhere' }))).status).toBe(404)
    expect((await caller(door.url).post('/api/store/orders', oneRice())).status).toBe(401)
    expect((await me.get('/api/store/nothing')).status).toBe(404)
    const english = await me.get('/api/store/orders/ord_unknown', { 'accept-language': 'en' })
    const chinese = await me.get('/api/store/orders/ord_unknown', { 'accept-language': 'zh-CN' })
    expect([english.body.error.message, chinese.body.error.message]).toEqual(['We could not find this.', '没有找到。'])
  })

  it('O1 keeps one person’s order from another', async () => {
    const mine = await caller(door.url, await guest(app)).post('/api/store/orders', oneRice())
    const stranger = caller(door.url, await guest(app))
    expect((await stranger.get(`/api/store/orders/${mine.body.id}`)).status).toBe(404)
    expect((await stranger.post(`/api/store/orders/${mine.body.id}/payments`)).status).toBe(404)
    expect((await stranger.post(`/api/store/orders/${mine.body.id}/cancellation`)).status).toBe(404)
  })
})

describe('capacity', () => {
  it('K3 sells exactly the capacity to a crowd, and abandoned checkouts give it back', async () => {
    await open({ portions: 100 })
    const tokens = await Promise.all(Array.from({ length: 30 }, () => guest(app)))
    const tries = Array.from({ length: 300 }, (_, i) =>
      caller(door.url, tokens[i % 30]).post('/api/store/orders', oneRice()),
    )
    const answers = await Promise.all(tries)
    const count = (status: number) => answers.filter((answer) => answer.status === status).length
    expect([count(201), count(409)]).toEqual([100, 200])
    expect(await pool(offerOf('k1', 'rice'))).toBe(100)
    const { rows } = await app.db.execute(sql`
      select o.id from ordering.orders o full join ordering.capacity_holds h on h.order_id = o.id
      where o.id is null or h.order_id is null`)
    expect(rows).toEqual([])

    app.setNow(new Date(BEFORE.getTime() + 10 * 60_000))
    while ((await expireHolds(app, funds.release)) > 0);
    expect(await pool(offerOf('k1', 'rice'))).toBe(0)
    expect(await app.db.select().from(orders).where(eq(orders.status, 'expired'))).toHaveLength(100)
    expect(await app.db.select().from(capacityHolds).where(eq(capacityHolds.status, 'released'))).toHaveLength(100)
    expect(await app.db.select().from(outbox).where(eq(outbox.event, 'ordering.order-placed'))).toEqual([])
  })

  it('R2 follows the wall clock of New York after daylight saving ended', async () => {
    await open({ zone: 'America/New_York' })
    const { post } = caller(door.url, await guest(app))
    app.setNow(new Date('2026-11-01T22:59:59.999Z'))
    expect((await post('/api/store/orders', oneRice())).status).toBe(201)
    app.setNow(new Date('2026-11-01T23:00:00.000Z'))
    expect((await post('/api/store/orders', oneRice())).body.error.code).toBe('cutoff_passed')
  })
})
