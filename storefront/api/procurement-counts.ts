import type * as contract from '../../src/http/procurement/counts/contract'
import { type Answer, get, post, put } from './call'

export const listCounts = get<typeof contract.listCounts>('/api/procurement/counts')
export const openCount = post<typeof contract.openCount>('/api/procurement/counts')
export const showCount = get<typeof contract.showCount>('/api/procurement/counts/:countId')
export const countLine = put<typeof contract.countLine>('/api/procurement/counts/:countId/lines/:lineId')
export const submitCount = post<typeof contract.submitCount>('/api/procurement/counts/:countId/submit')
export const cancelCount = post<typeof contract.cancelCount>('/api/procurement/counts/:countId/cancel')

export type CountRow = Answer<typeof contract.listCounts>['counts'][number]
export type Count = Answer<typeof contract.showCount>
export type CountLine = Count['lines'][number]
