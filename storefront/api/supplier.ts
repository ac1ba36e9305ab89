import type * as contract from '../../src/http/supplier/contract'
import { type Answer, get, post } from './call'

export const listOrders = get<typeof contract.listOrders>('/api/supplier/orders')
export const showOrder = get<typeof contract.showOrder>('/api/supplier/orders/:orderId')
export const confirmOrder = post<typeof contract.confirmOrder>('/api/supplier/orders/:orderId/confirm')

export type OrderRow = Answer<typeof contract.listOrders>['orders'][number]
export type Order = Answer<typeof contract.showOrder>
