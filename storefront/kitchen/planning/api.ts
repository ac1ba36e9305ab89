import type * as contract from '../../../src/http/kitchen/planning/contract'
import { type Answer, get, post, put } from '../../api/call'

export const showSetUp = get<typeof contract.showSetUp>('/api/kitchen/sites/:siteId/set-up')
export const setUpStation = put<typeof contract.setUpStation>('/api/kitchen/sites/:siteId/stations/:code')
export const setCooks = put<typeof contract.setCooks>('/api/kitchen/sites/:siteId/cooks')
export const reportOutage = post<typeof contract.reportOutage>('/api/kitchen/sites/:siteId/outages')
export const mendOutage = post<typeof contract.mendOutage>('/api/kitchen/outages/:outageId/mend')
export const listPrep = get<typeof contract.listPrep>('/api/kitchen/sites/:siteId/prep/:serviceDate')
export const markPrep = put<typeof contract.markPrep>('/api/kitchen/sites/:siteId/prep/:serviceDate/:period')

export type SetUp = Answer<typeof contract.showSetUp>
export type StationSetUp = SetUp['stations'][number]
export type Outage = SetUp['outages'][number]
export type PrepTask = Answer<typeof contract.listPrep>['tasks'][number]
