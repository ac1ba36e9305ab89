import type * as contract from '../../src/http/procurement/suppliers/contract'
import { type Answer, get, post, put } from './call'

export const listSuppliers = get<typeof contract.listSuppliers>('/api/procurement/suppliers')
export const showSupplier = get<typeof contract.showSupplier>('/api/procurement/suppliers/:supplierId')
export const putTolerance = put<typeof contract.putTolerance>(
  '/api/procurement/suppliers/:supplierId/items/:ingredientId/tolerance',
)
export const addPaper = post<typeof contract.addPaper>('/api/procurement/suppliers/:supplierId/papers')
export const listPapers = get<typeof contract.listPapers>('/api/procurement/papers')
export const decidePaper = post<typeof contract.decidePaper>('/api/procurement/papers/:paperId/decide')
export const listScorecards = get<typeof contract.listScorecards>('/api/procurement/scorecards')

export type SupplierRow = Answer<typeof contract.listSuppliers>['suppliers'][number]
export type Supplier = Answer<typeof contract.showSupplier>
export type Term = Supplier['terms'][number]
export type Paper = Supplier['paperList'][number]
export type PaperKind = Paper['kind']
export type Scorecard = Answer<typeof contract.listScorecards>['scorecards'][number]
