import { asc, eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { approvePurchaseOrder } from '../../../src/procurement/purchasing/approve-purchase-order'
import { cancelPurchaseOrder } from '../../../src/procurement/purchasing/cancel-purchase-order'
import { changeLine } from '../../../src/procurement/purchasing/change-line'
import { confirmPurchaseOrder } from '../../../src/procurement/purchasing/confirm-purchase-order'
import { issueStock } from '../../../src/procurement/stock/issue-stock'
import { planReplenishment } from '../../../src/procurement/planning/plan-replenishment'
import { type ReceivedLine, receiveGoods } from '../../../src/procurement/receiving/receive-goods'
import { restoreProposal } from '../../../src/procurement/purchasing/restore-proposal'
import { purchaseOrderLines, purchaseOrders, sendings } from '../../../src/procurement/schema/purchasing'
import { receiptLines, receipts } from '../../../src/procurement/schema/receiving'
import { lots } from '../../../src/procurement/schema/stock'
import { certificates } from '../../../src/procurement/schema/supply'
import { sendPurchaseOrder } from '../../../src/procurement/purchasing/send-purchase-order'
import { audit, outbox } from '../../../src/platform/schema'
import { type TestApp, testApp } from '../../support/app'
import { lunches, MONDAY, MONDAY_10, OPERATOR, SITE, stockPantry } from '../../support/pantry'

let app: TestApp
let purchaseOrderId: string
/** 16 boxes of 5 kg of pork and 5 bags of 25 kg of rice. */
let pork: string
let rice: string

beforeEach(async () => {
  app = await testApp()
  app.setNow(MONDAY_10)
  await stockPantry(app)
  await planReplenishment(app, { reviewId: 'rev_1', ...lunches(333) })
  const lines = await app.db.select().from(purchaseOrderLines).orderBy(asc(purchaseOrderLines.ingredientId))
  pork = lines[0]?.id ?? ''
  rice = lines[1]?.id ?? ''
  purchaseOrderId = lines[0]?.purchaseOrderId ?? ''
})
afterEach(() => app.close())

const order = async () => (await app.db.select().from(purchaseOrders))[0]
const refused = (code: string) => expect.objectContaining({ code })
const approve = () => approvePurchaseOrder(app, { purchaseOrderId, approvedBy: 'per_buyer' })
const confirm = (lines: { lineId: string; packs: number }[] = []) =>
  confirmPurchaseOrder(app, { purchaseOrderId, saidBy: 'per_supplier', lines })
const sent = async () => {
  await approve()
  await sendPurchaseOrder(app, { purchaseOrderId })
}
const bags = (quantity: number, over: Partial<ReceivedLine> = {}): ReceivedLine => ({
  lineId: rice,
  quantity,
  unit: 'g',
  lotCode: 'L-2611A',
  expiresOn: '2027-05-01',
  rejected: 0,
  ...over,
})
const receive = (lines: ReceivedLine[], final = false) =>
  receiveGoods(app, { purchaseOrderId, receivedBy: 'per_store', lines, final })

describe('approving', () => {
  it('announces the order once when two people approve at the same moment', async () => {
    const results = await Promise.allSettled([approve(), approve(), approve()])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(results).toContainEqual({ status: 'rejected', reason: refused('order_not_in_state') })
    const facts = await app.db.select().from(outbox).where(eq(outbox.event, 'procurement.purchase-order-approved'))
    expect(facts).toHaveLength(1)
  })

  it('P5 refuses a delivery after the supplier’s certificate ends', async () => {
    await app.db.update(certificates).set({ validTo: '2026-11-23' })
    await expect(approve()).rejects.toEqual(refused('certificate_expired'))
    expect((await order())?.status).toBe('proposed')
    await app.db.update(certificates).set({ validTo: '2026-11-24' })
    await approve()
    expect((await order())?.status).toBe('approved')
  })

  it('refuses a supplier without any certificate, and an order of nothing', async () => {
    for (const lineId of [pork, rice])
      await changeLine(app, { purchaseOrderId, lineId, packs: 0, changedBy: 'per_buyer' })
    await expect(approve()).rejects.toEqual(refused('nothing_ordered'))
    await app.db.delete(certificates)
    await expect(approve()).rejects.toEqual(refused('certificate_expired'))
  })
})

describe('changing and rejecting', () => {
  it('follows the price breaks and sums up', async () => {
    await changeLine(app, { purchaseOrderId, lineId: rice, packs: 3, changedBy: 'per_buyer' })
    expect((await order())?.totalMinor).toBe(3 * 12_800 + 16 * 16_000)
    await approve()
    await expect(changeLine(app, { purchaseOrderId, lineId: rice, packs: 4, changedBy: 'x' })).rejects.toEqual(
      refused('order_not_in_state'),
    )
  })

  it('takes a rejection back, unless a newer proposal stands', async () => {
    const reject = () => cancelPurchaseOrder(app, { purchaseOrderId, cancelledBy: 'per_buyer', reason: 'enough' })
    await reject()
    await restoreProposal(app, { purchaseOrderId, restoredBy: 'per_buyer' })
    expect(await order()).toMatchObject({ status: 'proposed', cancelReason: null })
    await reject()
    await planReplenishment(app, { reviewId: 'rev_2', ...lunches(333) })
    await expect(restoreProposal(app, { purchaseOrderId, restoredBy: 'x' })).rejects.toEqual(
      refused('order_not_in_state'),
    )
  })
})

describe('sending and confirming', () => {
  it('P3 sends once however often the job comes', async () => {
    await approve()
    await Promise.all(Array.from({ length: 4 }, () => sendPurchaseOrder(app, { purchaseOrderId })))
    await sendPurchaseOrder(app, { purchaseOrderId })
    expect(await order()).toMatchObject({ status: 'sent', number: 'PO-20261123-001' })
    expect(await app.db.select().from(sendings)).toMatchObject([{ channel: 'portal', sentAt: MONDAY_10 }])
    const sends = await app.db.select().from(audit).where(eq(audit.action, 'procurement.send'))
    expect(sends).toHaveLength(1)
  })

  it('takes the supplier’s word, all or fewer, once', async () => {
    await sent()
    await expect(confirm([{ lineId: rice, packs: 6 }])).rejects.toEqual(refused('more_than_ordered'))
    await expect(confirm([{ lineId: 'pol_unknown', packs: 1 }])).rejects.toEqual(refused('not_found'))
    expect(await confirm([{ lineId: rice, packs: 4 }])).toEqual({ status: 'short' })
    await expect(confirm()).rejects.toEqual(refused('order_not_in_state'))
  })

  it('U1 plans again what a supplier leaves out', async () => {
    await sent()
    await confirm([{ lineId: rice, packs: 3 }])
    expect((await planReplenishment(app, { reviewId: 'rev_2', ...lunches(333) })).lines).toBe(1)
    const lines = await app.db.select().from(purchaseOrderLines).where(eq(purchaseOrderLines.ingredientId, 'rice'))
    expect(lines.map((line) => line.packs)).toEqual([5, 2])
  })
})

describe('receiving', () => {
  beforeEach(async () => {
    await sent()
    await confirm()
  })

  it('puts lots on the shelf with expiry, cost and move, and closes when all has come', async () => {
    const cold = { lineId: pork, unit: 'g' as const, lotCode: 'P-1', expiresOn: '2026-11-27', temperature: 35 }
    expect(await receive([bags(125_000)])).toMatchObject({ status: 'part_received' })
    expect(await receive([{ ...cold, quantity: 75_000, rejected: 5_000, rejectReason: 'torn bag' }])).toMatchObject({
      status: 'closed',
    })
    const shelf = await app.db.select().from(lots).orderBy(asc(lots.ingredientId))
    expect(shelf).toMatchObject([
      { ingredientId: 'pork', code: 'P-1', quantity: 75_000, costPerThousand: 3_200, expiresOn: '2026-11-27' },
      { ingredientId: 'rice', code: 'L-2611A', quantity: 125_000, costPerThousand: 480, siteId: SITE },
    ])
    expect((await order())?.closedAt).toEqual(MONDAY_10)
    expect(await app.db.select().from(outbox).where(eq(outbox.event, 'procurement.goods-received'))).toHaveLength(2)
    expect(await app.db.select().from(audit).where(eq(audit.action, 'procurement.receive-goods'))).toHaveLength(2)
  })

  it('takes 5% over the order and refuses more, leaving nothing behind', async () => {
    await expect(receive([bags(131_251)])).rejects.toEqual(refused('over_delivery'))
    expect(await app.db.select().from(lots)).toEqual([])
    expect(await app.db.select().from(receiptLines)).toEqual([])
    await receive([bags(131_250)])
    await expect(receive([bags(1)])).rejects.toEqual(refused('over_delivery'))
  })

  it('refuses another unit, expired goods, rejection without reason and cold goods without temperature', async () => {
    await expect(receive([bags(5, { unit: 'piece' })])).rejects.toEqual(refused('unit_mismatch'))
    await expect(receive([bags(5, { expiresOn: '2026-11-22' })])).rejects.toEqual(refused('goods_expired'))
    await expect(receive([bags(5, { rejected: 1 })])).rejects.toEqual(refused('reject_reason_required'))
    await expect(receive([bags(5, { lineId: pork })])).rejects.toEqual(refused('temperature_required'))
    await expect(receive([bags(5, { lineId: 'pol_unknown' })])).rejects.toEqual(refused('not_found'))
  })

  it('receives in parallel exactly what fits the tolerance', async () => {
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => receive([bags(25_000)])))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    const { rows } = await app.db.execute(sql`select sum(quantity)::int n from procurement.lots`)
    expect(rows).toEqual([{ n: 125_000 }])
    expect(await app.db.select().from(receipts)).toHaveLength(5)
  })

  it('keeps stock the sum of its moves while batches cook and goods come in', async () => {
    const receiving = Array.from({ length: 5 }, (_, i) => receive([bags(25_000, { lotCode: `L-${i}` })]))
    const cooking = Array.from({ length: 12 }, (_, i) =>
      issueStock(app, {
        ref: `bat_${i}`,
        operatorId: OPERATOR,
        siteId: SITE,
        serviceDate: MONDAY,
        needs: [{ ingredientId: 'rice', quantity: 15_000 }],
      }),
    )
    await Promise.all([...receiving, ...cooking])
    const { rows } = await app.db.execute(sql`
      select (select coalesce(sum(quantity), 0)::int from procurement.lots) shelf,
             (select coalesce(sum(delta), 0)::int from procurement.stock_moves) moves,
             (select coalesce(sum(quantity), 0)::int from procurement.shortages) short,
             (select count(*)::int from procurement.lots where quantity < 0) negative`)
    const [now] = rows
    expect(now).toMatchObject({ negative: 0 })
    expect(now?.['shelf']).toBe(now?.['moves'])
    // 125 kg came, 180 kg were cooked: what is not on the shelf was issued, the rest was short
    expect(Number(now?.['shelf']) + 180_000 - Number(now?.['short'])).toBe(125_000)
  })

  it('closes with what is missing when nothing more will come', async () => {
    expect(await receive([bags(100_000)], true)).toMatchObject({ status: 'closed' })
    await expect(receive([bags(25_000)])).rejects.toEqual(refused('order_not_in_state'))
  })
})
