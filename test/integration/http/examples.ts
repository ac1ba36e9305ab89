import { randomUUID } from 'node:crypto'
import type { Endpoint } from '../../../src/http/endpoint'
import * as kitchen from '../../../src/http/kitchen/contract'
import * as operator from '../../../src/http/operator/contract'
import * as density from '../../../src/http/operator/density/contract'
import * as fees from '../../../src/http/operator/fees/contract'
import * as satisfaction from '../../../src/http/operator/satisfaction/contract'
import * as procurement from '../../../src/http/procurement/contract'
import * as session from '../../../src/http/session/contract'
import * as store from '../../../src/http/store/contract'
import * as storeBasket from '../../../src/http/store/basket/contract'
import * as storeOrders from '../../../src/http/store/orders/contract'
import * as ratings from '../../../src/http/store/ratings/contract'
import * as supplier from '../../../src/http/supplier/contract'
import type { RefusalCode } from '../../../src/kernel/refusal'
import { addDays } from '../../../src/kernel/time'
import { OPERATOR, type ServiceDay, type Tokens } from '../../support/service-day'
import { planExamples } from './plan-examples'
import { purchasingExamples, supplierWordExamples } from './purchasing-examples'
import { companyExamples } from './company-examples'
import { boardExamples, courierExamples } from './dispatch-examples'
import { subsidyExamples, tillExamples } from './till-examples'
import { bookingExamples } from './booking-examples'
import { forecastExamples } from './forecast-examples'
import { recipeExamples, stoveExamples } from './kitchen-examples'

/** A request that fits its contract and the day. */
export interface Example {
  readonly endpoint: Endpoint
  readonly as: keyof Tokens | 'anyone'
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: object
  /** It is refused all the same, for a reason of this installation. */
  readonly refused?: RefusalCode
}

/** One request for every operation, in an order in which a day can bear them all. */
export const examplesOf = (day: ServiceDay): Example[] => [
  ...storeExamples(day),
  ...planExamples(day),
  ...bookingExamples(day),
  ...companyExamples(day),
  ...kitchenExamples(day),
  ...stoveExamples(day),
  ...recipeExamples(),
  ...boardExamples(day),
  ...courierExamples(day),
  ...procurementExamples(day),
  ...forecastExamples(day),
  ...tillExamples(day),
  ...subsidyExamples(day),
  ...operatorExamples(day),
  ...densityExamples(day),
  // the last one to leave
  ...sessionExamples(),
]

const sessionExamples = (): Example[] => [
  { endpoint: session.beGuest, as: 'anyone', body: { name: '林夏', phone: '13800000000' } },
  { endpoint: session.whoAmI, as: 'guest' },
  {
    endpoint: session.logIn,
    as: 'anyone',
    body: { email: 'operator@linli.example', password: 'linli-demo-2026' },
    refused: 'commerce_unavailable',
  },
  { endpoint: session.logOut, as: 'guest' },
]

function storeExamples(day: ServiceDay): Example[] {
  const [orderId = ''] = day.cookedIds
  return [
    { endpoint: store.listPlaces, as: 'anyone' },
    { endpoint: store.listBuildings, as: 'anyone', params: { communityId: day.place.communityId } },
    { endpoint: store.showMenu, as: 'anyone', query: { servicePointId: day.point, date: addDays(day.date, 1) } },
    { endpoint: storeBasket.quote, as: 'anyone', body: { servicePointId: day.point, items: day.items } },
    { endpoint: storeOrders.placeOrder, as: 'guest', body: day.orderBody },
    { endpoint: storeOrders.listOrders, as: 'guest' },
    { endpoint: storeOrders.showOrder, as: 'guest', params: { orderId } },
    { endpoint: storeOrders.watchOrder, as: 'guest', params: { orderId } },
    { endpoint: storeOrders.startPayment, as: 'guest', params: { orderId: day.unpaidId } },
    {
      endpoint: storeOrders.decideLocalPayment,
      as: 'guest',
      params: { intentId: day.intentId },
      body: { decision: 'pay' },
    },
    { endpoint: storeOrders.cancelOrder, as: 'guest', params: { orderId: day.cancellableId } },
    {
      endpoint: storeOrders.changeOrder,
      as: 'guest',
      params: { orderId: day.unpaidId },
      body: { ...day.orderBody, dueMinor: day.orderBody.totalMinor },
    },
    { endpoint: ratings.showRatings, as: 'guest', params: { orderId } },
    {
      endpoint: ratings.rateGroup,
      as: 'guest',
      params: { orderId },
      body: { groupId: 'grp_none', dishes: [], delivery: 5, comment: '' },
      refused: 'not_found',
    },
    { endpoint: satisfaction.showSatisfaction, as: 'operator' },
  ]
}

function kitchenExamples({ service, ticketId, batchIds }: ServiceDay): Example[] {
  const touch = () => ({ id: randomUUID(), station: null })
  return [
    { endpoint: kitchen.listSites, as: 'kitchen' },
    { endpoint: kitchen.showService, as: 'kitchen', params: service },
    { endpoint: kitchen.watchSite, as: 'kitchen', params: { siteId: service.siteId } },
    { endpoint: kitchen.bumpTicket, as: 'kitchen', params: { ticketId }, body: touch() },
    { endpoint: kitchen.recallTicket, as: 'kitchen', params: { ticketId }, body: touch() },
    { endpoint: kitchen.startBatch, as: 'kitchen', params: { batchId: batchIds[0] } },
    { endpoint: kitchen.finishBatch, as: 'kitchen', params: { batchId: batchIds[0] } },
    { endpoint: kitchen.undoStart, as: 'kitchen', params: { batchId: batchIds[1] } },
  ]
}

function procurementExamples(day: ServiceDay): Example[] {
  const { sent, approvable, rejectable, reviewId, service, date, supplierId } = day
  const [line] = approvable.lines
  const [sentLine] = sent.lines
  const { siteId } = service
  const receipt = {
    lineId: sentLine.id,
    quantity: sentLine.packs * sentLine.packSize,
    unit: sentLine.unit,
    lotCode: 'LOT-1',
    expiresOn: addDays(date, 20),
    temperature: 30,
  }
  return [
    { endpoint: procurement.overview, as: 'procurement' },
    ...purchasingExamples(day),
    { endpoint: procurement.requestReview, as: 'procurement', body: { siteId } },
    { endpoint: procurement.showReview, as: 'procurement', params: { reviewId } },
    { endpoint: procurement.listOrders, as: 'procurement', query: { status: 'proposed,sent', siteId } },
    { endpoint: procurement.showOrder, as: 'procurement', params: { orderId: approvable.id } },
    {
      endpoint: procurement.changeLine,
      as: 'procurement',
      params: { orderId: approvable.id, lineId: line.id },
      body: { packs: line.packs + line.reason.multiplePacks },
    },
    { endpoint: procurement.approveOrder, as: 'procurement', params: { orderId: approvable.id } },
    {
      endpoint: procurement.cancelOrder,
      as: 'procurement',
      params: { orderId: rejectable.id },
      body: { reason: 'too much' },
    },
    { endpoint: procurement.restoreOrder, as: 'procurement', params: { orderId: rejectable.id } },
    { endpoint: supplier.listOrders, as: 'supplier' },
    { endpoint: supplier.showOrder, as: 'supplier', params: { orderId: sent.id } },
    { endpoint: supplier.confirmOrder, as: 'supplier', params: { orderId: sent.id }, body: {} },
    ...supplierWordExamples(day),
    { endpoint: supplier.watchOrders, as: 'supplier', params: { supplierId } },
    {
      endpoint: procurement.receiveGoods,
      as: 'procurement',
      params: { orderId: sent.id },
      body: { lines: [receipt] },
    },
    { endpoint: procurement.listLots, as: 'procurement', query: { siteId } },
    { endpoint: procurement.listShortages, as: 'procurement' },
    { endpoint: procurement.watchOrders, as: 'procurement', params: { operatorId: OPERATOR } },
  ]
}

const operatorExamples = ({ date, place, now }: ServiceDay): Example[] => [
  { endpoint: operator.showDay, as: 'operator', query: { date } },
  { endpoint: operator.listDayOrders, as: 'operator', query: { date } },
  { endpoint: operator.listMapCities, as: 'operator' },
  { endpoint: operator.showMap, as: 'operator', params: { cityId: place.cityId } },
  { endpoint: operator.showStatement, as: 'operator', query: { from: addDays(date, -7), to: date } },
  { endpoint: operator.setClock, as: 'operator', body: { at: now.toISOString() } },
]

function densityExamples({ date, place: { cityId }, service: { siteId } }: ServiceDay): Example[] {
  const anywhere = { communityId: null, pointKind: null, fromMetres: 0, toMetres: null, toMinor: null, perKmMinor: 0 }
  const rule = { ...anywhere, siteId, fromMinor: 900_000, feeMinor: 0 }
  const prices = { perRunMinor: 3_000, perKmMinor: 50, perStopMinor: 150, marginPerBoxMinor: 400 }
  return [
    { endpoint: density.showDensity, as: 'operator', query: { cityId, siteId, from: date, to: date, period: 'lunch' } },
    { endpoint: density.listDenseBuildings, as: 'operator', query: { cityId, from: date, to: date } },
    { endpoint: density.listDensityCells, as: 'operator', query: { cityId, resolution: '8' } },
    { endpoint: density.listCoverageGaps, as: 'operator', query: { cityId, moreThan: '100', metres: '500' } },
    { endpoint: density.listCandidates, as: 'operator', query: { cityId, kind: 'locker', metres: '300', count: '3' } },
    { endpoint: fees.listFeeRules, as: 'operator', params: { operatorId: OPERATOR } },
    { endpoint: fees.setFeeRules, as: 'operator', params: { operatorId: OPERATOR }, body: { rules: [rule] } },
    { endpoint: density.setRoutePrices, as: 'operator', params: { operatorId: OPERATOR }, body: prices },
  ]
}
