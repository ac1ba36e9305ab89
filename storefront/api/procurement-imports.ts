import type * as contract from '../../src/http/procurement/imports/contract'
import { type Answer, post } from './call'

export const importSheet = post<typeof contract.importSheet>('/api/procurement/imports/:kind')

export type ImportResult = Answer<typeof contract.importSheet>
export type ImportError = ImportResult['errors'][number]
