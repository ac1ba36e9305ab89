import type * as service from '../../../src/http/kitchen/service/contract'
import type * as transfers from '../../../src/http/kitchen/transfers/contract'
import { type Answer, get, post } from '../../api/call'

export const listTransfers = get<typeof transfers.listTransfers>('/api/kitchen/sites/:siteId/transfers')
export const sendFood = post<typeof transfers.sendFood>('/api/kitchen/sites/:siteId/transfers')
export const receiveFood = post<typeof transfers.receiveFood>('/api/kitchen/transfers/:transferId/receive')
export const showLeftOvers = get<typeof service.showLeftOvers>(
  '/api/kitchen/sites/:siteId/services/:serviceDate/:period/left-overs',
)
export const noteWaste = post<typeof service.noteWaste>('/api/kitchen/sites/:siteId/waste')

export type Moving = Answer<typeof transfers.listTransfers>
export type Transfer = Moving['transfers'][number]
export type Food = Moving['stock'][number]
export type LeftDish = Answer<typeof service.showLeftOvers>['dishes'][number]
