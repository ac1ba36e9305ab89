import type * as contract from '../../src/http/procurement/orders/contract'
import { type Answer, get, post, put } from './call'

export const splitOrder = post<typeof contract.splitOrder>('/api/procurement/orders/:orderId/split')
export const showRules = get<typeof contract.showRules>('/api/procurement/rules')
export const putRules = put<typeof contract.putRules>('/api/procurement/rules/:operatorId')

export type Rules = Answer<typeof contract.showRules>['rules'][number]
