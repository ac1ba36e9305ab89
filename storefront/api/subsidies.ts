import type * as contract from '../../src/http/operator/subsidies/contract'
import { type Answer, get, post } from './call'

export const listMembers = get<typeof contract.listMembers>('/api/operator/tenants/:operatorId/members')
export const importMembers = post<typeof contract.importMembers>('/api/operator/tenants/:operatorId/members/import')
export const listClaims = get<typeof contract.listClaims>('/api/operator/tenants/:operatorId/claims')
export const issueClaim = post<typeof contract.issueClaim>('/api/operator/tenants/:operatorId/claims')
export const listSignals = get<typeof contract.listSignals>('/api/operator/tenants/:operatorId/subsidy-signals')
export const reviewSignal = post<typeof contract.reviewSignal>(
  '/api/operator/tenants/:operatorId/subsidy-signals/:signal/review',
)

export type Claim = Answer<typeof contract.listClaims>['claims'][number]
export type Member = Answer<typeof contract.listMembers>['members'][number]
export type Signal = Answer<typeof contract.listSignals>['signals'][number]
