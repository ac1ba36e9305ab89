import type * as contract from '../../src/http/operator/menus/contract'
import { type Answer, get, put } from './call'

export const showMenus = get<typeof contract.showMenus>('/api/operator/menus')
export const replaceMenuDay = put<typeof contract.replaceMenuDay>('/api/operator/menus/:siteId/:serviceDate/:period')
export const setCalendar = put<typeof contract.setCalendar>('/api/operator/menus/:siteId/calendar')

export type Menus = Answer<typeof contract.showMenus>
export type MenuOfDay = Menus['days'][number]
