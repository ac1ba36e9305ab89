import type * as contract from '../../src/http/operator/fees/contract'
import { type Answer, get, put } from './call'

export const listFeeRules = get<typeof contract.listFeeRules>('/api/operator/fees/:operatorId')
export const setFeeRules = put<typeof contract.setFeeRules>('/api/operator/fees/:operatorId')

export type FeeRule = Answer<typeof contract.listFeeRules>['rules'][number]
