import type * as contract from '../../src/http/procurement/contract'
import { type Answer, get, post, put } from './call'

export const overview = get<typeof contract.overview>('/api/procurement/overview')
export const listOrders = get<typeof contract.listOrders>('/api/procurement/orders')
export const showOrder = get<typeof contract.showOrder>('/api/procurement/orders/:orderId')
export const approveOrder = post<typeof contract.approveOrder>('/api/procurement/orders/:orderId/approve')
export const cancelOrder = post<typeof contract.cancelOrder>('/api/procurement/orders/:orderId/cancel')
export const restoreOrder = post<typeof contract.restoreOrder>('/api/procurement/orders/:orderId/restore')
export const changeLine = put<typeof contract.changeLine>('/api/procurement/orders/:orderId/lines/:lineId')
export const receiveGoods = post<typeof contract.receiveGoods>('/api/procurement/orders/:orderId/receipts')
export const requestReview = post<typeof contract.requestReview>('/api/procurement/reviews')
export const showReview = get<typeof contract.showReview>('/api/procurement/reviews/:reviewId')
export const listLots = get<typeof contract.listLots>('/api/procurement/lots')
export const listShortages = get<typeof contract.listShortages>('/api/procurement/shortages')

export type Overview = Answer<typeof contract.overview>
export type OrderRow = Answer<typeof contract.listOrders>['orders'][number]
export type Order = Answer<typeof contract.showOrder>
export type OrderLine = Order['lines'][number]
export type OrderStatus = OrderRow['status']
export type Unit = OrderLine['unit']
export type Lot = Answer<typeof contract.listLots>['lots'][number]
