import type * as contract from '../../src/http/procurement/gaps/contract'
import { type Answer, get } from './call'

export const listGaps = get<typeof contract.listGaps>('/api/procurement/gaps')

export type Gap = Answer<typeof contract.listGaps>['gaps'][number]
