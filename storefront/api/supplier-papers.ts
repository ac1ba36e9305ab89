import type * as contract from '../../src/http/supplier/papers/contract'
import { get, post } from './call'

export const listPapers = get<typeof contract.listPapers>('/api/supplier/papers')
export const uploadPaper = post<typeof contract.uploadPaper>('/api/supplier/papers')
