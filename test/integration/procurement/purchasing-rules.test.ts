import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { audit, outbox } from '../../../src/platform/schema'
import { approvePurchaseOrder } from '../../../src/procurement/purchasing/approve-purchase-order'
import { cancelPurchaseOrder } from '../../../src/procurement/purchasing/cancel-purchase-order'
import { changeLine } from '../../../src/procurement/purchasing/change-line'
import { LAPSED, lapseProposals } from '../../../src/procurement/purchasing/lapse-proposals'
import { listOrders } from '../../../src/procurement/purchasing/list-orders'
import { restoreProposal } from '../../../src/procurement/purchasing/restore-proposal'
import { setRules } from '../../../src/procurement/purchasing/set-rules'
import { splitProposal } from '../../../src/procurement/purchasing/split-proposal'
import { receiveGoods } from '../../../src/procurement/receiving/receive-goods'
import { scanCode } from '../../../src/procurement/receiving/scan-code'
import { purchaseOrderLines, purchaseOrders } from '../../../src/procurement/schema/purchasing'
import { certificates, suppliers } from '../../../src/procurement/schema/supply'
import { setTolerance } from '../../../src/procurement/suppliers/set-tolerance'
import { type TestApp, testApp } from '../../support/app'
import { MONDAY_10, OPERATOR, stockPantry } from '../../support/pantry'
import { orderOf } from './orders'

let app: TestApp

beforeEach(async () => {
  app = await testApp()
  app.setNow(MONDAY_10)
  await stockPantry(app)
})
afterEach(() => app.close())

const refused = (code: string) => expect.objectContaining({ code })
const approve = (purchaseOrderId: string, approvedBy: string) =>
  approvePurchaseOrder(app, { purchaseOrderId, approvedBy })
const rules = { approvalLimitMinor: 50_000, priceToleranceBps: 200, quantityToleranceBps: 100, countToleranceBps: 200 }
const limit = () => setRules(app, { operatorId: OPERATOR, rules, setBy: 'per_boss' })
const statusOf = async (id: string) =>
  (await app.db.select().from(purchaseOrders).where(eq(purchaseOrders.id, id)))[0]?.status

describe('four eyes', () => {
  it('lets one person approve up to the limit and two different ones above it', async () => {
    await limit()
    const small = await orderOf(app, { rice: 3 })
    const large = await orderOf(app, { rice: 4 }, { number: 'PO-2', deliverOn: '2026-11-25' })
    expect(await approve(small.id, 'per_a')).toEqual({ status: 'approved' })
    expect(await approve(large.id, 'per_a')).toEqual({ status: 'proposed' })
    await expect(approve(large.id, 'per_a')).rejects.toEqual(refused('second_approver_needed'))
    const [row] = await listOrders(app, { reach: [{ operatorId: OPERATOR }], statuses: ['proposed'] })
    expect(row?.approvals).toEqual({ needed: 2, given: 1 })
    expect(await approve(large.id, 'per_b')).toEqual({ status: 'approved' })
    expect(await app.db.select().from(outbox)).toHaveLength(2)
    const words = await app.db.select().from(audit).where(eq(audit.subject, large.id)).orderBy(asc(audit.id))
    expect(words.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['procurement.approve-first', 'per_a'],
      ['procurement.approve', 'per_b'],
    ])
  })

  it('asks again when somebody changes the order after the first word', async () => {
    await limit()
    const { id, lines } = await orderOf(app, { rice: 4 })
    await approve(id, 'per_a')
    await changeLine(app, { purchaseOrderId: id, lineId: lines.rice ?? '', packs: 9, changedBy: 'per_b' })
    expect(await approve(id, 'per_b')).toEqual({ status: 'proposed' })
    expect(await approve(id, 'per_a')).toEqual({ status: 'approved' })
  })

  it('counts two first words at once as what they are', async () => {
    await limit()
    const { id } = await orderOf(app, { rice: 4 })
    const same = await Promise.allSettled([approve(id, 'per_a'), approve(id, 'per_a')])
    expect(same.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await statusOf(id)).toBe('proposed')
  })
})

describe('a proposal whose delivery day is over', () => {
  it('cannot be approved, is taken back by the clock, and its site is looked at again', async () => {
    const { id } = await orderOf(app, { rice: 1 })
    app.setNow(new Date('2026-11-24T15:59:00Z'))
    expect(await lapseProposals(app)).toEqual({ lapsed: 0 })
    app.setNow(new Date('2026-11-24T16:00:00Z'))
    await expect(approve(id, 'per_a')).rejects.toEqual(refused('delivery_day_passed'))
    expect(await lapseProposals(app)).toEqual({ lapsed: 1 })
    expect(await lapseProposals(app)).toEqual({ lapsed: 0 })
    const [order] = await app.db.select().from(purchaseOrders)
    expect(order).toMatchObject({ status: 'cancelled', cancelReason: LAPSED })
    const asked = await app.db.select().from(outbox).where(eq(outbox.event, 'procurement.replenishment-requested'))
    expect(asked).toHaveLength(1)
    await expect(restoreProposal(app, { purchaseOrderId: id, restoredBy: 'x' })).rejects.toEqual(
      refused('delivery_day_passed'),
    )
  })
})

describe('taking a rejection back', () => {
  it('answers 409 and never a fault when another proposal comes to stand at the same moment', async () => {
    const rejected = await Promise.all(
      ['PO-1', 'PO-2', 'PO-3', 'PO-4'].map((number) => orderOf(app, { rice: 1 }, { number, status: 'cancelled' })),
    )
    await app.db.update(purchaseOrders).set({ cancelledFrom: 'proposed' })
    const results = await Promise.allSettled(
      rejected.map(({ id }) => restoreProposal(app, { purchaseOrderId: id, restoredBy: 'per_a' })),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const each of results)
      if (each.status === 'rejected') expect(each.reason).toEqual(refused('order_not_in_state'))
  })
})

describe('splitting', () => {
  const split = (purchaseOrderId: string, lineId: string, packs: number, deliverOn: string) =>
    splitProposal(app, { purchaseOrderId, deliverOn, lines: [{ lineId, packs }], splitBy: 'per_a' })

  it('moves packs to another day under a number of its own, at the price of each part', async () => {
    const { id, lines } = await orderOf(app, { rice: 5 })
    const { otherId } = await split(id, lines.rice ?? '', 4, '2026-11-26')
    const orders = await app.db.select().from(purchaseOrders).orderBy(asc(purchaseOrders.deliverOn))
    expect(orders.map(({ deliverOn, totalMinor }) => [deliverOn, totalMinor])).toEqual([
      ['2026-11-24', 12_800],
      ['2026-11-26', 48_000],
    ])
    expect(orders[1]).toMatchObject({ id: otherId, number: 'PO-20261123-001', status: 'proposed' })
    // once more onto the same day: it joins what stands there
    expect(await split(id, lines.rice ?? '', 1, '2026-11-26')).toEqual({ otherId })
    const there = await app.db.select().from(purchaseOrderLines).where(eq(purchaseOrderLines.purchaseOrderId, otherId))
    expect(there).toMatchObject([{ packs: 5, priceMinor: 12_000 }])
  })

  it('refuses a day without delivery, a day that is over, more than there is, and moving nothing', async () => {
    const { id, lines } = await orderOf(app, { rice: 5 })
    const rice = lines.rice ?? ''
    await expect(split(id, rice, 1, '2026-11-28')).rejects.toEqual(refused('not_a_delivery_day'))
    await app.db.update(suppliers).set({ holidays: ['2026-11-27'] })
    await expect(split(id, rice, 1, '2026-11-27')).rejects.toEqual(refused('not_a_delivery_day'))
    await expect(split(id, rice, 1, '2026-11-20')).rejects.toEqual(refused('delivery_day_passed'))
    await expect(split(id, rice, 6, '2026-11-26')).rejects.toEqual(refused('more_than_ordered'))
    await expect(split(id, rice, 1, '2026-11-24')).rejects.toEqual(refused('nothing_moved'))
    await expect(
      splitProposal(app, {
        purchaseOrderId: id,
        supplierId: 'sup_x',
        lines: [{ lineId: rice, packs: 1 }],
        splitBy: 'x',
      }),
    ).rejects.toEqual(refused('not_found'))
    expect(await app.db.select().from(purchaseOrders)).toHaveLength(1)
  })
})

describe('at the gate', () => {
  const cold = (lineId: string, over: object = {}) => ({
    lineId,
    quantity: 5_000,
    unit: 'g' as const,
    lotCode: 'P1',
    expiresOn: '2026-11-27',
    rejected: 0,
    temperature: 40,
    ...over,
  })
  const receive = (purchaseOrderId: string, line: ReturnType<typeof cold>) =>
    receiveGoods(app, { purchaseOrderId, receivedBy: 'per_store', lines: [line], final: false })

  it('knows a box again by its code, and fills in lot, expiry and weight', async () => {
    const { id, lines } = await orderOf(app, { pork: 4, rice: 1 }, { status: 'confirmed' })
    const code = '(01)09520123456788(17)261127(3102)000512(10)P1'
    expect(await scanCode(app, id, code)).toMatchObject({ lineId: null, scan: { lotCode: 'P1' } })
    await receive(id, cold(lines.pork ?? '', { gtin: '09520123456788' }))
    expect(await scanCode(app, id, code)).toMatchObject({
      lineId: lines.pork,
      quantity: 5_120,
      scan: { expiresOn: '2026-11-27', netGrams: 5_120 },
    })
    expect(await scanCode(app, id, '(241)rice(30)1')).toMatchObject({ lineId: lines.rice, quantity: 25_000 })
    await expect(scanCode(app, id, 'nonsense')).rejects.toEqual(refused('unreadable_code'))
  })

  it('takes neither warm goods nor goods of a supplier whose papers have ended, and only what the item tolerates', async () => {
    const { id, lines } = await orderOf(app, { pork: 1 }, { status: 'confirmed' })
    const pork = lines.pork ?? ''
    await expect(receive(id, cold(pork, { temperature: 81 }))).rejects.toEqual(refused('temperature_out_of_range'))
    await expect(receive(id, cold(pork, { temperature: -1 }))).rejects.toEqual(refused('temperature_out_of_range'))
    await expect(receive(id, cold(pork, { quantity: 5_251 }))).rejects.toEqual(refused('over_delivery'))
    await setTolerance(app, { supplierId: 'sup_grain', ingredientId: 'pork', overDeliveryBps: 1_000, setBy: 'x' })
    await app.db.update(certificates).set({ validTo: '2026-11-22' })
    await expect(receive(id, cold(pork))).rejects.toEqual(refused('certificate_expired'))
    await app.db.update(certificates).set({ validTo: '2026-11-23' })
    await receive(id, cold(pork, { quantity: 5_500, rejected: 100, rejectReason: 'torn', temperature: 80 }))
    await expect(cancelPurchaseOrder(app, { purchaseOrderId: id, cancelledBy: 'x', reason: 'late' })).rejects.toEqual(
      refused('order_not_in_state'),
    )
  })
})
