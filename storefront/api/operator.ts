import type * as contract from '../../src/http/operator/contract'
import { type Answer, get, post } from './call'

export const showDay = get<typeof contract.showDay>('/api/operator/day')
export const listDayOrders = get<typeof contract.listDayOrders>('/api/operator/orders')
export const listMapCities = get<typeof contract.listMapCities>('/api/operator/maps')
export const showMap = get<typeof contract.showMap>('/api/operator/maps/:cityId')
export const showStatement = get<typeof contract.showStatement>('/api/operator/statement')
export const setClock = post<typeof contract.setClock>('/api/operator/clock')

export type Day = Answer<typeof contract.showDay>
export type SiteDay = Day['sites'][number]
export type Meal = SiteDay['meals'][number]
export type Density = Day['density'][number]
export type Run = Day['runs'][number]
export type DayOrder = Answer<typeof contract.listDayOrders>['orders'][number]
export type CityMap = Answer<typeof contract.showMap>
export type StatementLine = Answer<typeof contract.showStatement>['lines'][number]
