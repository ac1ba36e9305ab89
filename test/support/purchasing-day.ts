import * as procurement from '../../src/http/procurement/contract'
import * as counts from '../../src/http/procurement/counts/contract'
import * as matching from '../../src/http/procurement/matching/contract'
import * as receiving from '../../src/http/procurement/receiving/contract'
import * as stock from '../../src/http/procurement/stock/contract'
import * as suppliers from '../../src/http/procurement/suppliers/contract'
import * as supplierPapers from '../../src/http/supplier/papers/contract'
import { addDays } from '../../src/kernel/time'
import type { Asked, Call } from './call'

/** Asks an operation and expects it to be answered. */
export type Ask = (endpoint: Parameters<Call>[0], asked: Asked) => Promise<any>

export interface Buying {
  readonly buyer: string
  readonly supplier: string
  readonly supplierId: string
  readonly siteId: string
  readonly date: string
  /** Of the supplier, sent. */
  readonly orderId: string
  /** A proposal of another supplier. */
  readonly proposalId: string
}

/** The smallest picture, and something that begins like a PDF. */
export const PICTURE = {
  name: 'torn.png',
  mediaType: 'image/png',
  base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
}
export const PAPER = {
  name: 'licence.pdf',
  mediaType: 'application/pdf',
  base64: Buffer.from('%PDF-1.7\n').toString('base64'),
}

/** What buyers have under way on the day: a lot of each kind, a count, a transfer, an invoice that differs, a credit, a paper. */
export async function purchasingDay(ask: Ask, day: Buying) {
  const { buyer: token, siteId, orderId, date, supplierId } = day
  const { lots } = await ask(procurement.listLots, { token, query: { siteId } })
  const shelf = lots.filter(({ storage, supplierId: from, quantity }: any) => {
    return storage === 'ambient' && from && quantity > 100
  })
  const [lot, sentLot, arrivingLot, returnedLot] = shelf
  const { lots: elsewhere } = await ask(procurement.listLots, { token, query: { siteId: 'site_c1' } })
  const { lots: further } = await ask(procurement.listLots, { token, query: { siteId: 'site_c2' } })

  const transfer = await ask(stock.sendTransfer, {
    token,
    body: { fromSiteId: siteId, toSiteId: 'site_c1', lines: [{ lotId: arrivingLot.id, quantity: 20 }] },
  })
  await ask(stock.returnLot, { token, params: { lotId: returnedLot.id }, body: { quantity: 10, reason: 'mouldy' } })
  const { credits } = await ask(matching.listCredits, { token })

  const opened = await ask(counts.openCount, { token, body: { siteId: 'site_c1', storage: storageOf(elsewhere) } })
  for (const line of opened.lines) {
    const { quantity } = elsewhere.find(({ id }: any) => id === line.lotId)
    await ask(counts.countLine, { token, params: { countId: opened.id, lineId: line.id }, body: { quantity } })
  }
  const [counted] = opened.lines
  const other = await ask(counts.openCount, { token, body: { siteId: 'site_c2', storage: storageOf(further) } })

  const { lines } = await ask(procurement.showOrder, { token, params: { orderId } })
  const invoice = await ask(matching.enterInvoice, {
    token,
    params: { orderId },
    body: {
      number: 'F-1',
      issuedOn: date,
      dueOn: addDays(date, 30),
      lines: [{ lineId: lines[0].id, quantity: 1_000, amountMinor: 5_000 }],
    },
  })
  const photo = await ask(receiving.uploadPhoto, { token, params: { orderId }, body: { file: PICTURE } })
  const paper = await ask(supplierPapers.uploadPaper, {
    token: day.supplier,
    body: { supplierId, kind: 'cold_chain', validFrom: date, validTo: addDays(date, 300), file: PAPER },
  })

  const proposal = await ask(procurement.showOrder, { token, params: { orderId: day.proposalId } })
  const seller = await ask(suppliers.showSupplier, { token, params: { supplierId: proposal.supplierId } })
  return {
    lot: { id: lot.id, code: lot.code, quantity: lot.quantity },
    sentLotId: sentLot.id,
    returnedLotId: returnedLot.id,
    transfer: { id: transfer.id, lineId: transfer.lines[0].id },
    creditId: credits[0].id,
    count: {
      id: opened.id,
      lineId: counted.id,
      quantity: elsewhere.find(({ id }: any) => id === counted.lotId).quantity,
    },
    otherCountId: other.id,
    invoiceId: invoice.id,
    discrepancyId: invoice.discrepancies[0].id,
    fileId: photo.fileId,
    paperId: paper.id,
    split: {
      lineId: proposal.lines[0].id,
      packs: proposal.lines[0].packs,
      deliverOn: nextDelivery(proposal.deliverOn, seller.deliveryWeekdays),
    },
  }
}

/** The kind of storage with the fewest lots, so that counting is short. */
function storageOf(lots: readonly { storage: string }[]): string {
  const sizes = new Map<string, number>()
  for (const { storage } of lots) sizes.set(storage, (sizes.get(storage) ?? 0) + 1)
  return [...sizes].sort(([, a], [, b]) => a - b)[0]?.[0] ?? 'ambient'
}

function nextDelivery(after: string, weekdays: readonly number[]): string {
  let day = addDays(after, 1)
  while (!weekdays.includes(((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1)) day = addDays(day, 1)
  return day
}
