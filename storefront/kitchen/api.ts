import type * as contract from '../../src/http/kitchen/contract'
import { type Answer, get, post } from '../api/call'

export const listSites = get<typeof contract.listSites>('/api/kitchen/sites')
export const showService = get<typeof contract.showService>('/api/kitchen/sites/:siteId/services/:serviceDate/:period')
export const bumpTicket = post<typeof contract.bumpTicket>('/api/kitchen/tickets/:ticketId/bump')
export const recallTicket = post<typeof contract.recallTicket>('/api/kitchen/tickets/:ticketId/recall')
export const startBatch = post<typeof contract.startBatch>('/api/kitchen/batches/:batchId/start')
export const finishBatch = post<typeof contract.finishBatch>('/api/kitchen/batches/:batchId/finish')
export const undoStart = post<typeof contract.undoStart>('/api/kitchen/batches/:batchId/undo')

export type Plan = NonNullable<Snapshot['plan']>
export type Site = Answer<typeof contract.listSites>['sites'][number]
export type Service = Site['services'][number]
export type Period = Service['period']
export type Snapshot = Answer<typeof contract.showService>
export type Station = Snapshot['stations'][number]
export type Ticket = Snapshot['tickets'][number]
export type TicketItem = Ticket['items'][number]
export type Batch = Snapshot['batches'][number]
