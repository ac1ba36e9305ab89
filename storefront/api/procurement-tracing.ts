import type * as contract from '../../src/http/procurement/tracing/contract'
import { type Answer, get } from './call'

export const findLots = get<typeof contract.findLots>('/api/procurement/tracing/lots')
export const traceLot = get<typeof contract.traceLot>('/api/procurement/tracing/lots/:lotId')
export const traceContacts = get<typeof contract.traceContacts>('/api/procurement/tracing/lots/:lotId/contacts')
export const traceOrder = get<typeof contract.traceOrder>('/api/procurement/tracing/orders/:number')

export type FoundLot = Answer<typeof contract.findLots>['lots'][number]
export type LotTrace = Answer<typeof contract.traceLot>
