import * as kitchenShortages from '../../../src/http/kitchen/shortages/contract'
import * as counts from '../../../src/http/procurement/counts/contract'
import * as gaps from '../../../src/http/procurement/gaps/contract'
import * as imports from '../../../src/http/procurement/imports/contract'
import * as matching from '../../../src/http/procurement/matching/contract'
import * as orders from '../../../src/http/procurement/orders/contract'
import * as receiving from '../../../src/http/procurement/receiving/contract'
import * as stock from '../../../src/http/procurement/stock/contract'
import * as suppliers from '../../../src/http/procurement/suppliers/contract'
import * as tracing from '../../../src/http/procurement/tracing/contract'
import * as supplierOrders from '../../../src/http/supplier/orders/contract'
import * as supplierPapers from '../../../src/http/supplier/papers/contract'
import { addDays } from '../../../src/kernel/time'
import { PAPER, PICTURE } from '../../support/purchasing-day'
import { OPERATOR, type ServiceDay } from '../../support/service-day'
import type { Example } from './examples'

const buyer = 'procurement' as const

/** Before anything is approved or called off: proposals are split and printed, stock is worked on. */
export const purchasingExamples = (day: ServiceDay): Example[] => [
  ...orderExamples(day),
  ...stockExamples(day),
  ...countExamples(day),
  ...supplierExamples(day),
  ...matchingExamples(day),
  ...tracingExamples(day),
]

function orderExamples({ approvable, rejectable, sent, purchasing: { split, fileId } }: ServiceDay): Example[] {
  const { lineId, packs, deliverOn } = split
  const [line] = sent.lines
  const rules = { approvalLimitMinor: null, priceToleranceBps: 200, quantityToleranceBps: 100, countToleranceBps: 200 }
  return [
    {
      endpoint: orders.splitOrder,
      as: buyer,
      params: { orderId: rejectable.id },
      body: { deliverOn, lines: [{ lineId, packs }] },
    },
    { endpoint: orders.printOrder, as: buyer, params: { orderId: approvable.id } },
    { endpoint: orders.orderAsUbl, as: buyer, params: { orderId: approvable.id } },
    { endpoint: orders.showRules, as: buyer },
    { endpoint: orders.putRules, as: 'operator', params: { operatorId: OPERATOR }, body: rules },
    { endpoint: gaps.listGaps, as: buyer },
    {
      endpoint: receiving.scanCode,
      as: buyer,
      params: { orderId: sent.id },
      query: { code: `(241)${line.ingredientId}(30)1` },
    },
    { endpoint: receiving.uploadPhoto, as: buyer, params: { orderId: sent.id }, body: { file: PICTURE } },
    { endpoint: receiving.showFile, as: buyer, params: { fileId } },
  ]
}

function stockExamples({ service: { siteId }, purchasing }: ServiceDay): Example[] {
  const { lot, sentLotId, returnedLotId, transfer } = purchasing
  const params = { lotId: lot.id }
  return [
    { endpoint: stock.showLot, as: buyer, params },
    { endpoint: stock.wasteLot, as: buyer, params, body: { quantity: 5, reason: 'damaged', note: 'fell' } },
    { endpoint: stock.listWaste, as: buyer },
    { endpoint: stock.blockLot, as: buyer, params, body: { reason: 'recall', everywhere: true } },
    { endpoint: stock.unblockLot, as: buyer, params },
    { endpoint: stock.returnLot, as: buyer, params: { lotId: returnedLotId }, body: { quantity: 5, reason: 'wet' } },
    {
      endpoint: stock.sendTransfer,
      as: buyer,
      body: { fromSiteId: siteId, toSiteId: 'site_c1', lines: [{ lotId: sentLotId, quantity: 10 }] },
    },
    { endpoint: stock.listTransfers, as: buyer },
    {
      endpoint: stock.receiveTransfer,
      as: buyer,
      params: { transferId: transfer.id },
      body: { lines: [{ lineId: transfer.lineId, quantity: 19 }] },
    },
  ]
}

function countExamples({ purchasing: { count, otherCountId } }: ServiceDay): Example[] {
  const params = { countId: count.id }
  return [
    { endpoint: counts.listCounts, as: buyer },
    { endpoint: counts.showCount, as: buyer, params },
    {
      endpoint: counts.countLine,
      as: buyer,
      params: { ...params, lineId: count.lineId },
      body: { quantity: count.quantity },
    },
    { endpoint: counts.submitCount, as: buyer, params },
    { endpoint: counts.openCount, as: buyer, body: { siteId: 'site_c1', storage: 'frozen' } },
    { endpoint: counts.cancelCount, as: buyer, params: { countId: otherCountId } },
  ]
}

function supplierExamples({ date, sent, supplierId, purchasing: { paperId } }: ServiceDay): Example[] {
  const paper = { kind: 'inspection_report', validFrom: date, validTo: addDays(date, 200), file: PAPER }
  const [line] = sent.lines
  return [
    { endpoint: suppliers.listSuppliers, as: buyer },
    { endpoint: suppliers.showSupplier, as: buyer, params: { supplierId } },
    {
      endpoint: suppliers.putTolerance,
      as: buyer,
      params: { supplierId, ingredientId: line.ingredientId },
      body: { overDeliveryBps: 800 },
    },
    { endpoint: suppliers.addPaper, as: buyer, params: { supplierId }, body: paper },
    { endpoint: suppliers.listPapers, as: buyer },
    { endpoint: suppliers.decidePaper, as: buyer, params: { paperId }, body: { accept: true } },
    { endpoint: suppliers.listScorecards, as: buyer },
    { endpoint: imports.sheetTemplate, as: buyer, params: { kind: 'prices' }, query: { operatorId: OPERATOR } },
    {
      endpoint: imports.importSheet,
      as: buyer,
      params: { kind: 'items' },
      body: { operatorId: OPERATOR, file: { ...PAPER, name: 'a.csv', base64: btoa('id,name_zh\n') } },
    },
    { endpoint: supplierPapers.listPapers, as: 'supplier' },
    { endpoint: supplierPapers.uploadPaper, as: 'supplier', body: { supplierId, ...paper } },
    { endpoint: supplierOrders.showStatement, as: 'supplier' },
  ]
}

function matchingExamples({ date, sent, purchasing }: ServiceDay): Example[] {
  const { invoiceId, discrepancyId, creditId } = purchasing
  const [, line] = sent.lines
  const invoice = { number: 'F-2', issuedOn: date, dueOn: addDays(date, 30) }
  return [
    {
      endpoint: matching.enterInvoice,
      as: buyer,
      params: { orderId: sent.id },
      body: { ...invoice, lines: [{ lineId: (line ?? sent.lines[0]).id, quantity: 10, amountMinor: 100 }] },
    },
    { endpoint: matching.listInvoices, as: buyer },
    { endpoint: matching.showInvoice, as: buyer, params: { invoiceId } },
    { endpoint: matching.listDiscrepancies, as: buyer },
    {
      endpoint: matching.resolveDiscrepancy,
      as: buyer,
      params: { discrepancyId },
      body: { action: 'credit', note: 'never came' },
    },
    { endpoint: matching.listCredits, as: buyer },
    { endpoint: matching.receiveCredit, as: buyer, params: { creditId }, body: { number: 'G-1' } },
  ]
}

function tracingExamples({ date, service: { siteId }, cookedIds, purchasing: { lot } }: ServiceDay): Example[] {
  const params = { lotId: lot.id }
  return [
    { endpoint: tracing.findLots, as: buyer, query: { code: lot.code } },
    { endpoint: tracing.traceLot, as: buyer, params },
    { endpoint: tracing.traceContacts, as: 'operator', params },
    { endpoint: tracing.traceOrder, as: buyer, params: { number: cookedIds[0] ?? '' } },
    { endpoint: tracing.lotAsEpcis, as: buyer, params },
    { endpoint: tracing.traceSheet, as: buyer, params: { siteId }, query: { from: addDays(date, -7), to: date } },
    { endpoint: kitchenShortages.listShortages, as: 'kitchen', params: { siteId } },
  ]
}

/** Once the supplier has confirmed. */
export function supplierWordExamples({ date, sent }: ServiceDay): Example[] {
  const params = { orderId: sent.id }
  const [line] = sent.lines
  return [
    { endpoint: supplierOrders.putEta, as: 'supplier', params, body: { eta: `${date}T06:30:00+08:00` } },
    {
      endpoint: supplierOrders.reportShort,
      as: 'supplier',
      params,
      body: { lines: [{ lineId: line.id, packs: line.packs }], reason: 'lorry' },
    },
    { endpoint: supplierOrders.printOrder, as: 'supplier', params },
    { endpoint: supplierOrders.orderAsUbl, as: 'supplier', params },
  ]
}
