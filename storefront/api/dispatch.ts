import type * as contract from '../../src/http/dispatch/contract'
import type * as boxes from '../../src/http/dispatch/boxes/contract'
import { type Answer, get, post } from './call'

export const listDays = get<typeof contract.listDays>('/api/dispatch/menu-days')
export const showBoard = get<typeof contract.showBoard>('/api/dispatch/menu-days/:menuDayId')
export const previewMove = post<typeof contract.previewMove>('/api/dispatch/stops/:stopId/move/preview')
export const moveStop = post<typeof contract.moveStop>('/api/dispatch/stops/:stopId/move')
export const pinStop = post<typeof contract.pinStop>('/api/dispatch/stops/:stopId/pin')
export const splitStop = post<typeof contract.splitStop>('/api/dispatch/stops/:stopId/split')
export const assignRun = post<typeof contract.assignRun>('/api/dispatch/runs/:runId/courier')
export const stopRun = post<typeof contract.stopRun>('/api/dispatch/runs/:runId/stop')
export const replan = post<typeof contract.replan>('/api/dispatch/menu-days/:menuDayId/plan')
export const insertWaiting = post<typeof contract.insertWaiting>('/api/dispatch/menu-days/:menuDayId/late-orders')
export const listPointsFor = get<typeof boxes.listPointsFor>('/api/dispatch/drops/:dropId/points')
export const decideDrop = post<typeof boxes.decideDrop>('/api/dispatch/drops/:dropId/decision')
export const finishFollowUp = post<typeof boxes.finishFollowUp>('/api/dispatch/drops/:dropId/done')
export const seeAlert = post<typeof boxes.seeAlert>('/api/dispatch/alerts/:alertId/seen')
export const showPhoto = get<typeof boxes.showPhoto>('/api/dispatch/photos/:photoId')
export const listLockers = get<typeof boxes.listLockers>('/api/dispatch/sites/:siteId/lockers')
export const emptyCompartment = post<typeof boxes.emptyCompartment>('/api/dispatch/compartments/:compartmentId/empty')
export const setVehicle = post<typeof contract.setVehicle>('/api/dispatch/vehicles/:vehicleId')

/** Where a site tells what happens to its delivery. */
export const dispatchStream = (siteId: string): string => `/api/dispatch/sites/${siteId}/stream`

export type SiteDay = Answer<typeof contract.listDays>['sites'][number]
export type Meal = SiteDay['meals'][number]
export type Board = Answer<typeof contract.showBoard>
export type Plan = Board['plan']
export type Spot = Plan['kitchen']
export type Run = Board['runs'][number]
export type Stop = Board['stops'][number]
export type Drop = Stop['drops'][number]
export type Alert = Board['alerts'][number]
export type FollowUp = Board['followUps'][number]
export type Courier = Board['couriers'][number]
export type Vehicle = Board['vehicles'][number]
export type MovePreview = Answer<typeof contract.previewMove>
export type Affected = MovePreview['affected'][number]
export type Locker = Answer<typeof boxes.listLockers>['lockers'][number]
export type Compartment = Locker['compartments'][number]
export type StopReason = NonNullable<Run['stopReason']>
