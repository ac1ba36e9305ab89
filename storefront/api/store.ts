import type * as contract from '../../src/http/store/contract'
import type * as delivery from '../../src/http/store/delivery/contract'
import { type Answer, get, post } from './call'

export const listPlaces = get<typeof contract.listPlaces>('/api/store/places')
export const listBuildings = get<typeof contract.listBuildings>('/api/store/communities/:communityId/buildings')
export const showMenu = get<typeof contract.showMenu>('/api/store/menu')
export const quote = post<typeof contract.quote>('/api/store/quotes')
export const placeOrder = post<typeof contract.placeOrder>('/api/store/orders')
export const listOrders = get<typeof contract.listOrders>('/api/store/orders')
export const showOrder = get<typeof contract.showOrder>('/api/store/orders/:orderId')
export const startPayment = post<typeof contract.startPayment>('/api/store/orders/:orderId/payments')
export const decideLocalPayment = post<typeof contract.decideLocalPayment>('/api/store/local-payments/:intentId')
export const showDelivery = get<typeof delivery.showDelivery>('/api/store/orders/:orderId/delivery')
export const openLocker = post<typeof delivery.openLocker>('/api/store/lockers/:servicePointId/open')
export const cancelOrder = post<typeof contract.cancelOrder>('/api/store/orders/:orderId/cancellation')

export type Menu = Answer<typeof contract.showMenu>
export type Offer = Menu['menus'][number]['offers'][number]
export type Place = Menu['place']
export type City = Answer<typeof contract.listPlaces>['cities'][number]
export type Building = Answer<typeof contract.listBuildings>['buildings'][number]
export type Quote = Answer<typeof contract.quote>
export type Order = Answer<typeof contract.showOrder>
export type OrderGroup = Order['groups'][number]
export type OrderStatus = Extract<Answer<typeof contract.watchOrder>, { readonly status: unknown }>
export type GroupDelivery = Answer<typeof delivery.showDelivery>['groups'][number]
