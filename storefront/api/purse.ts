import type * as contract from '../../src/http/store/purse/contract'
import { type Answer, get, post } from './call'

export const showPurse = get<typeof contract.showPurse>('/api/store/purse')
export const startTopUp = post<typeof contract.startTopUp>('/api/store/purse/top-ups')

export type OwnPurse = Answer<typeof contract.showPurse>
