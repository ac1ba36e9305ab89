import { asc } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Order } from '../../../src/http/procurement/shapes'
import { planReplenishment } from '../../../src/procurement/planning/plan-replenishment'
import { reviews } from '../../../src/procurement/schema/planning'
import { purchaseOrderLines } from '../../../src/procurement/schema/purchasing'
import { receipts } from '../../../src/procurement/schema/receiving'
import { lots } from '../../../src/procurement/schema/stock'
import { sendPurchaseOrder } from '../../../src/procurement/purchasing/send-purchase-order'
import { outbox } from '../../../src/platform/schema'
import { type TestApp, testApp } from '../../support/app'
import { lunches, MONDAY_10, putLot, SITE, stockPantry } from '../../support/pantry'
import { type Door, openDoor, settle } from './door'

let app: TestApp
let door: Door
let orderId: string
let rice: string

beforeEach(async () => {
  app = await testApp()
  app.setNow(MONDAY_10)
  await settle(app)
  await stockPantry(app)
  await planReplenishment(app, { reviewId: 'rev_1', ...lunches(333) })
  const lines = await app.db.select().from(purchaseOrderLines).orderBy(asc(purchaseOrderLines.ingredientId))
  rice = lines[1]?.id ?? ''
  orderId = lines[1]?.purchaseOrderId ?? ''
  door = await openDoor(app)
})
afterEach(async () => {
  await door.close()
  await app.close()
})

const order = (path = '') => `/api/procurement/orders/${orderId}${path}`
const send = async () => {
  await door.call('per_buyer', 'POST', order('/approve'))
  await sendPurchaseOrder(app, { purchaseOrderId: orderId })
}
const rest = { unit: 'g', lotCode: 'L-1', expiresOn: '2027-05-01' }
const received = (quantity: number, over = {}) => ({ lines: [{ lineId: rice, quantity, ...rest, ...over }] })

describe('the buyers’ door', () => {
  it('goes the whole way: proposal, approval, supplier’s word, receipt, stock', async () => {
    const { body: seen } = await door.call('per_buyer', 'GET', '/api/procurement/orders?status=proposed')
    expect(seen['orders']).toMatchObject([{ id: orderId, lines: 2, site: { en: SITE }, belowMinimum: false }])
    expect((await door.call('per_supplier', 'GET', `/api/supplier/orders/${orderId}`)).status).toBe(404)

    await send()
    const mine = await door.call('per_supplier', 'GET', '/api/supplier/orders?status=sent')
    expect(mine.body['orders']).toMatchObject([{ id: orderId, buyer: { en: 'North Kitchens' }, status: 'sent' }])
    const fewer = { lines: [{ lineId: rice, packs: 4 }] }
    const word = await door.call('per_supplier', 'POST', `/api/supplier/orders/${orderId}/confirm`, { body: fewer })
    expect(word).toMatchObject({ status: 200, body: { status: 'short' } })

    const got = await door.call('per_buyer', 'POST', order('/receipts'), { body: received(100_000) })
    expect(got).toMatchObject({ status: 201, body: { status: 'part_received' } })
    const stock = await door.call('per_buyer', 'GET', `/api/procurement/lots?siteId=${SITE}`)
    expect(stock.body['lots']).toMatchObject([{ ingredientId: 'rice', quantity: 100_000, code: 'L-1', daysLeft: 159 }])

    const { timeline } = (await door.call('per_buyer', 'GET', order())).body as unknown as Order
    expect(timeline.map(({ action, actor }) => [action, actor])).toEqual([
      ['procurement.propose', ''],
      ['procurement.approve', 'Name of per_buyer'],
      ['procurement.send', ''],
      ['procurement.confirm', 'Name of per_supplier'],
      ['procurement.receive-goods', 'Name of per_buyer'],
    ])
  })

  it('V3 has one effect and one answer a key, in parallel too', async () => {
    const path = order('/receipts')
    const thrice = async (url: string, key: string, body?: unknown) => {
      const answers = await Promise.all(
        Array.from({ length: 3 }, () => door.call('per_buyer', 'POST', url, { key, ...(body ? { body } : {}) })),
      )
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
      return answers[0]
    }
    expect(await thrice(order('/approve'), 'approve-once')).toMatchObject({ status: 200, body: { status: 'approved' } })
    await sendPurchaseOrder(app, { purchaseOrderId: orderId })
    expect(await thrice(path, 'receive-once', received(25_000))).toMatchObject({ status: 201 })
    expect(await app.db.select().from(receipts)).toHaveLength(1)
    expect(await app.db.select().from(lots)).toHaveLength(1)

    const other = await door.call('per_buyer', 'POST', path, { key: 'receive-once', body: received(5) })
    expect(other).toMatchObject({ status: 422, body: { error: { code: 'idempotency_key_reused' } } })
    expect(await thrice('/api/procurement/reviews', 'review-once', { siteId: SITE })).toMatchObject({ status: 202 })
    expect(await app.db.select().from(reviews)).toHaveLength(2)
  })

  it('keeps strangers out: another tenant, another site, another supplier, another trade', async () => {
    await send()
    for (const [method, path, body] of [
      ['GET', order()],
      ['POST', order('/approve')],
      ['POST', order('/cancel'), { reason: 'mine now' }],
      ['POST', order('/restore')],
      ['PUT', order(`/lines/${rice}`), { packs: 1 }],
      ['POST', order('/receipts'), received(5)],
      ['POST', '/api/procurement/reviews', { siteId: SITE }],
      ['GET', '/api/procurement/reviews/rev_1'],
      ['GET', '/api/procurement/stream/op_north'],
    ] as const)
      for (const who of ['per_stranger', ...(path.includes('stream') ? [] : ['per_second'])])
        expect([who, path, (await door.call(who, method, path, { body })).status]).toEqual([who, path, 404])

    const confirm = `/api/supplier/orders/${orderId}/confirm`
    expect((await door.call('per_rival', 'POST', confirm, { body: {} })).status).toBe(404)
    expect((await door.call('per_rival', 'GET', '/api/supplier/stream/sup_grain')).status).toBe(404)
    expect((await door.call('per_buyer', 'POST', confirm, { body: {} })).status).toBe(403)
    expect((await door.call('per_cook', 'GET', order())).status).toBe(403)

    await putLot(app, { ingredientId: 'rice', quantity: 5, expiresOn: '2026-12-01' })
    for (const who of ['per_stranger', 'per_second'])
      for (const list of ['orders', 'lots', 'shortages'])
        expect((await door.call(who, 'GET', `/api/procurement/${list}`)).body[list]).toEqual([])
    const { body } = await door.call('per_second', 'GET', '/api/procurement/overview')
    expect(body).toMatchObject({ sites: [{ id: 'site_second' }], count: { proposals: 0, expiring: 0, arriving: 0 } })
  })

  it('refuses bad input with a code in the caller’s language', async () => {
    await send()
    const path = order('/receipts')
    const refusal = async (body: unknown, language = 'en') => {
      const answer = await door.call('per_buyer', 'POST', path, { body, language })
      return [answer.status, answer.body.error?.code, answer.body.error?.message]
    }
    expect(await refusal(received(131_251))).toEqual([
      422,
      'over_delivery',
      'More was delivered than ordered. At most 131250 can be received.',
    ])
    expect((await refusal(received(131_251), 'zh-CN'))[2]).toBe('到货多于订购量，最多可收 131250。')
    const code = async (body: unknown) => (await refusal(body)).slice(0, 2)
    expect(await code(received(-5))).toEqual([422, 'invalid'])
    expect(await code(received(1.5))).toEqual([422, 'invalid'])
    expect(await code(received(5, { unit: 'piece' }))).toEqual([422, 'unit_mismatch'])
    expect(await code(received(5, { unit: 'jin' }))).toEqual([422, 'invalid'])
    expect(await code(received(5, { expiresOn: '2026-02-30' }))).toEqual([422, 'invalid'])
    expect(await code({ lines: [] })).toEqual([422, 'invalid'])
    expect(await app.db.select().from(receipts)).toEqual([])

    const none = await door.call('per_buyer', 'GET', '/api/procurement/orders?status=lost')
    expect(none).toMatchObject({ status: 422 })
    expect((await door.call('per_buyer', 'GET', '/api/procurement/orders/po_unknown')).status).toBe(404)
  })

  it('says on its cards how long the lists behind them are', async () => {
    await putLot(app, { ingredientId: 'rice', quantity: 5, expiresOn: '2026-11-25' })
    await putLot(app, { ingredientId: 'pork', quantity: 5, expiresOn: '2026-11-26' })
    const { body } = await door.call('per_buyer', 'GET', '/api/procurement/overview')
    expect(body).toMatchObject({
      today: '2026-11-23',
      count: { proposals: 1, arriving: 0, overdue: 0, unconfirmed: 0, expiring: 1, shortages: 0 },
      suppliers: [{ id: 'sup_grain' }],
    })
    const risky = await door.call('per_buyer', 'GET', '/api/procurement/lots?expiresBy=2026-11-25')
    expect(risky.body['lots']).toHaveLength(1)

    await send()
    app.setNow(new Date('2026-11-25T02:00:00Z'))
    const later = await door.call('per_buyer', 'GET', '/api/procurement/overview')
    expect(later.body['count']).toMatchObject({ proposals: 0, overdue: 1, unconfirmed: 1, expiring: 2 })
    const late = await door.call('per_buyer', 'GET', '/api/procurement/orders?deliverBefore=2026-11-25&search=Grain')
    expect(late.body['orders']).toHaveLength(1)
  })

  it('asks the worker to plan, with the review’s row to watch', async () => {
    const asked = await door.call('per_buyer', 'POST', '/api/procurement/reviews', { body: { siteId: SITE } })
    expect(asked).toMatchObject({ status: 202, body: { finishedAt: null } })
    const shown = await door.call('per_buyer', 'GET', `/api/procurement/reviews/${String(asked.body['id'])}`)
    expect(shown.body).toEqual(asked.body)
    const facts = (await app.db.select().from(outbox)).map(({ event }) => event)
    expect(facts).toContain('procurement.replenishment-requested')
  })
})
