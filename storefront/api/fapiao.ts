import type * as invoices from '../../src/http/company/invoices/contract'
import type * as own from '../../src/http/store/fapiao/contract'
import { type Answer, get, post } from './call'

export const listFapiao = get<typeof own.listFapiao>('/api/store/orders/:orderId/fapiao')
export const requestFapiao = post<typeof own.requestFapiao>('/api/store/orders/:orderId/fapiao')
export const showPapers = get<typeof invoices.showPapers>('/api/company/statements/:statementId/papers')
export const requestStatementFapiao = post<typeof invoices.requestFapiao>('/api/company/statements/:statementId/fapiao')

export type Fapiao = Answer<typeof own.listFapiao>['fapiao'][number]
