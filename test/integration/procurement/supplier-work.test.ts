import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outbox } from '../../../src/platform/schema'
import { auditPurchasing } from '../../../src/procurement/matching/audit-purchasing'
import { enterInvoice } from '../../../src/procurement/matching/enter-invoice'
import { balancesOf } from '../../../src/procurement/matching/list-credits'
import { listDiscrepancies } from '../../../src/procurement/matching/list-discrepancies'
import { invoiceDetail, listInvoices } from '../../../src/procurement/matching/list-invoices'
import { resolveDiscrepancy } from '../../../src/procurement/matching/resolve-discrepancy'
import { approvePurchaseOrder } from '../../../src/procurement/purchasing/approve-purchase-order'
import { supplierStatement } from '../../../src/procurement/purchasing/supplier-statement'
import { receiveGoods } from '../../../src/procurement/receiving/receive-goods'
import { credits, invoiceLines } from '../../../src/procurement/schema/matching'
import { purchaseOrderLines } from '../../../src/procurement/schema/purchasing'
import { certificates } from '../../../src/procurement/schema/supply'
import { decidePaper } from '../../../src/procurement/suppliers/decide-paper'
import { filePaper } from '../../../src/procurement/suppliers/file-paper'
import { papersToSee } from '../../../src/procurement/suppliers/list-papers'
import { listSuppliers } from '../../../src/procurement/suppliers/list-suppliers'
import { scorecards } from '../../../src/procurement/suppliers/score-suppliers'
import { warnCertificates } from '../../../src/procurement/suppliers/warn-certificates'
import { type TestApp, testApp } from '../../support/app'
import { MONDAY_10, OPERATOR, stockPantry } from '../../support/pantry'
import { orderOf, TUESDAY } from './orders'

let app: TestApp

beforeEach(async () => {
  app = await testApp()
  app.setNow(MONDAY_10)
  await stockPantry(app)
})
afterEach(() => app.close())

const refused = (code: string) => expect.objectContaining({ code })
const TUESDAY_6 = new Date('2026-11-23T22:00:00Z')

/** Rice that came: what of it was good and what was sent back, in bags. */
const receive = (purchaseOrderId: string, lineId: string, bags: number, back = 0) =>
  receiveGoods(app, {
    purchaseOrderId,
    receivedBy: 'per_store',
    final: true,
    lines: [
      {
        lineId,
        quantity: bags * 25_000,
        unit: 'g',
        lotCode: 'L1',
        expiresOn: '2027-05-01',
        rejected: back * 25_000,
        ...(back > 0 ? { rejectReason: 'wet' } : {}),
      },
    ],
  })
const invoice = (purchaseOrderId: string, lineId: string, quantity: number, amountMinor: number, number = 'F-1') =>
  enterInvoice(app, {
    purchaseOrderId,
    number,
    issuedOn: TUESDAY,
    dueOn: '2026-12-24',
    lines: [{ lineId, quantity, amountMinor }],
    enteredBy: 'per_buyer',
  })

describe('invoices', () => {
  it('O5 pays what came, queues the rest, pays it once somebody accepts it, and states the balance of the books', async () => {
    const { id, lines } = await orderOf(app, { rice: 4 }, { status: 'confirmed' })
    const rice = lines.rice ?? ''
    await receive(id, rice, 3)
    // four bags asked for, at 135.00 instead of 128.00
    const { invoiceId } = await invoice(id, rice, 100_000, 54_000)
    const reach = [{ operatorId: OPERATOR }]
    expect(await listInvoices(app, { reach })).toMatchObject([{ status: 'held', payableMinor: 38_400 }])
    const open = await listDiscrepancies(app, { reach, status: 'open' })
    expect(open.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
      ['quantity', 13_500],
      ['price', 2_100],
    ])
    await expect(invoice(id, rice, 1_000, 500)).rejects.toEqual(refused('invoice_entered'))

    const resolve = (discrepancyId = '', action: 'accept' | 'credit' | 'write_off' = 'accept') =>
      resolveDiscrepancy(app, { discrepancyId, action, note: '', resolvedBy: 'per_boss' })
    await expect(resolve(open[1]?.id, 'write_off')).rejects.toEqual(refused('not_resolvable'))
    await resolve(open[1]?.id)
    await resolve(open[0]?.id, 'credit')
    await expect(resolve(open[0]?.id)).rejects.toEqual(refused('not_resolvable'))
    expect(await invoiceDetail(app, invoiceId)).toMatchObject({
      status: 'payable',
      payableMinor: 40_500,
      lines: [{ ordered: 100_000, received: 75_000, invoiced: 100_000, orderPrice: 512, invoicePrice: 540 }],
    })
    expect(await app.db.select().from(credits)).toMatchObject([{ cause: 'discrepancy', amountMinor: 13_500 }])
    // what was not to be paid is in no balance twice
    expect(await balancesOf(app, [OPERATOR])).toMatchObject([
      { payableMinor: 40_500, creditedMinor: 0, expectedMinor: 0 },
    ])
    const days = { from: TUESDAY, to: TUESDAY, since: MONDAY_10, before: new Date('2026-12-01T00:00:00Z') }
    expect((await supplierStatement(app, { supplierIds: ['sup_grain'], ...days })).totals).toEqual({
      orderedMinor: 51_200,
      receivedMinor: 38_400,
      invoicedMinor: 54_000,
      payableMinor: 40_500,
      creditedMinor: 0,
    })
  })

  it('V6 books that were tampered with by a fen are found', async () => {
    const { id, lines } = await orderOf(app, { rice: 4 }, { status: 'confirmed' })
    await receive(id, lines.rice ?? '', 3, 1)
    await invoice(id, lines.rice ?? '', 100_000, 54_000)
    expect(await auditPurchasing(app)).toEqual([])
    await app.db.update(invoiceLines).set({ payableMinor: 38_401 })
    await app.db.update(purchaseOrderLines).set({ rejectedQuantity: 0 })
    expect((await auditPurchasing(app)).map(({ check }) => check)).toEqual([
      'procurement.invoice-line',
      'procurement.rejected',
    ])
  })

  it('never pays the same goods twice, with two invoices at once', async () => {
    const { id, lines } = await orderOf(app, { rice: 4 }, { status: 'confirmed' })
    const rice = lines.rice ?? ''
    await receive(id, rice, 4)
    await Promise.all(['F-1', 'F-2', 'F-3'].map((number) => invoice(id, rice, 100_000, 51_200, number)))
    const [balance] = await balancesOf(app, [OPERATOR])
    expect(balance?.payableMinor).toBe(51_200)
  })
})

describe('scorecards', () => {
  it('are as computed by hand', async () => {
    // on time and in full; two bags of four, one of them sent back; in full but a day late; never came
    const orders = []
    for (const [i, packs] of [4, 4, 4, 2].entries())
      orders.push(await orderOf(app, { rice: packs }, { status: 'confirmed', number: `PO-${i}` }))
    const [good, poor, late] = orders.map(({ id, lines }) => ({ id, rice: lines.rice ?? '' }))
    if (!good || !poor || !late) throw new Error('no orders')
    app.setNow(TUESDAY_6)
    await receive(good.id, good.rice, 4)
    await receive(poor.id, poor.rice, 2, 1)
    app.setNow(new Date('2026-11-25T02:00:00Z'))
    await receive(late.id, late.rice, 4)
    await invoice(good.id, good.rice, 100_000, 51_712)
    const [card] = await scorecards(app, {
      operatorIds: [OPERATOR],
      from: '2026-11-01',
      to: '2026-11-30',
      today: '2026-11-25',
    })
    expect(card).toMatchObject({
      supplierId: 'sup_grain',
      orders: 4,
      onTime: 0.25,
      inFull: 0.5,
      papers: 'valid',
      // ten bags were taken
      valueMinor: 128_000,
      temperatureBreaches: { breaches: 0, measured: 0 },
    })
    // one bag of eleven that came; four of fourteen ordered did not come good; 1% dearer
    expect(card?.rejected).toBeCloseTo(1 / 11, 12)
    expect(card?.shortWeight).toBeCloseTo(4 / 14, 12)
    expect(card?.priceVariance).toBeCloseTo(0.01, 12)
  })

  it('counts measured arrivals and those too warm', async () => {
    const { id, lines } = await orderOf(app, { pork: 2 }, { status: 'confirmed' })
    const cold = { lineId: lines.pork ?? '', unit: 'g' as const, lotCode: 'P1', expiresOn: '2026-11-27' }
    app.setNow(TUESDAY_6)
    await receiveGoods(app, {
      purchaseOrderId: id,
      receivedBy: 'per_store',
      final: true,
      lines: [
        { ...cold, quantity: 5_000, rejected: 0, temperature: 40 },
        { ...cold, quantity: 0, rejected: 5_000, rejectReason: 'warm', temperature: 140 },
      ],
    })
    const asked = { operatorIds: [OPERATOR], from: TUESDAY, to: TUESDAY, today: TUESDAY }
    expect((await scorecards(app, asked))[0]?.temperatureBreaches).toEqual({ breaches: 1, measured: 2 })
  })
})

describe('papers', () => {
  const paper = (counts: boolean, bytes = '%PDF-1.7 licence') =>
    filePaper(app, {
      supplierId: 'sup_grain',
      kind: 'food_licence',
      validFrom: '2026-11-01',
      validTo: '2031-10-31',
      file: { name: 'licence.pdf', mediaType: 'application/pdf', base64: Buffer.from(bytes).toString('base64') },
      filedBy: 'per_supplier',
      counts,
    })
  const warnings = () => app.db.select().from(outbox).where(eq(outbox.event, 'procurement.certificate-ending'))

  it('P5 a licence that ends the day before the delivery stops the order; warnings stand 30 and 7 days before, once each', async () => {
    await app.db.update(certificates).set({ validTo: '2026-12-23' })
    expect(await warnCertificates(app)).toEqual({ warned: 1 })
    expect(await warnCertificates(app)).toEqual({ warned: 0 })
    app.setNow(new Date('2026-12-16T04:00:00Z'))
    expect(await warnCertificates(app)).toEqual({ warned: 1 })
    expect(await warnCertificates(app)).toEqual({ warned: 0 })
    expect((await warnings()).map(({ payload }) => payload)).toMatchObject([
      { daysBefore: 30, validTo: '2026-12-23' },
      { daysBefore: 7, validTo: '2026-12-23' },
    ])
    const { id } = await orderOf(app, { rice: 1 }, { deliverOn: '2026-12-24' })
    await expect(approvePurchaseOrder(app, { purchaseOrderId: id, approvedBy: 'x' })).rejects.toEqual(
      refused('certificate_expired'),
    )
  })

  it('P5 a new paper a supplier files counts once somebody has accepted it', async () => {
    await app.db.update(certificates).set({ validTo: '2026-11-23' })
    const { id } = await orderOf(app, { rice: 1 })
    const approve = () => approvePurchaseOrder(app, { purchaseOrderId: id, approvedBy: 'x' })
    const { paperId } = await paper(false)
    await expect(approve()).rejects.toEqual(refused('certificate_expired'))
    const before = await papersToSee(app, [OPERATOR], '2026-11-23')
    expect([before.waiting.length, before.ending.length]).toEqual([1, 1])
    await decidePaper(app, { paperId, accept: true, note: '', decidedBy: 'per_buyer' })
    await expect(decidePaper(app, { paperId, accept: false, note: '', decidedBy: 'x' })).rejects.toEqual(
      refused('paper_decided'),
    )
    expect(await approve()).toEqual({ status: 'approved' })
    expect(await papersToSee(app, [OPERATOR], '2026-11-23')).toEqual({ waiting: [], ending: [] })
    expect(await listSuppliers(app, [OPERATOR], '2026-11-23')).toMatchObject([
      { papers: 'valid', papersEnd: '2031-10-31', items: 2 },
    ])
  })

  it('refuses a file that is not what it says', async () => {
    await expect(paper(true, 'MZ a program')).rejects.toEqual(refused('unreadable_file'))
  })
})
