import type * as contract from '../../src/http/operator/settlement/contract'
import { type Answer, get, post } from './call'

export const showSettlement = get<typeof contract.showSettlement>('/api/operator/settlement')
export const payParty = post<typeof contract.payParty>('/api/operator/settlement/:operatorId/:partyId/payments')

export type PartyMonth = Answer<typeof contract.showSettlement>['parties'][number]
