import type * as basket from '../../src/http/store/basket/contract'
import type * as contract from '../../src/http/store/contract'
import type * as orders from '../../src/http/store/orders/contract'
import type * as delivery from '../../src/http/store/delivery/contract'
import type * as week from '../../src/http/store/week/contract'
import { type Answer, get, post } from './call'

export const listPlaces = get<typeof contract.listPlaces>('/api/store/places')
export const listBuildings = get<typeof contract.listBuildings>('/api/store/communities/:communityId/buildings')
export const showMenu = get<typeof contract.showMenu>('/api/store/menu')
export const quote = post<typeof basket.quote>('/api/store/quotes')
export const showWeek = get<typeof week.showWeek>('/api/store/week')
export const placeOrder = post<typeof orders.placeOrder>('/api/store/orders')
export const listOrders = get<typeof orders.listOrders>('/api/store/orders')
export const showOrder = get<typeof orders.showOrder>('/api/store/orders/:orderId')
export const startPayment = post<typeof orders.startPayment>('/api/store/orders/:orderId/payments')
export const decideLocalPayment = post<typeof orders.decideLocalPayment>('/api/store/local-payments/:intentId')
export const showDelivery = get<typeof delivery.showDelivery>('/api/store/orders/:orderId/delivery')
export const openLocker = post<typeof delivery.openLocker>('/api/store/lockers/:servicePointId/open')
export const changeOrder = post<typeof orders.changeOrder>('/api/store/orders/:orderId/changes')
export const cancelOrder = post<typeof orders.cancelOrder>('/api/store/orders/:orderId/cancellation')

export type Menu = Answer<typeof contract.showMenu>
export type Week = Answer<typeof week.showWeek>
export type Offer = Menu['menus'][number]['offers'][number]
export type Place = Menu['place']
export type City = Answer<typeof contract.listPlaces>['cities'][number]
export type Building = Answer<typeof contract.listBuildings>['buildings'][number]
export type Quote = Answer<typeof basket.quote>
export type Order = Answer<typeof orders.showOrder>
export type OrderGroup = Order['groups'][number]
export type Payment = Answer<typeof orders.startPayment>
export type OrderStatus = Extract<Answer<typeof orders.watchOrder>, { readonly status: unknown }>
export type GroupDelivery = Answer<typeof delivery.showDelivery>['groups'][number]
