import type * as contract from '../../src/http/procurement/matching/contract'
import { type Answer, get, post } from './call'

export const listInvoices = get<typeof contract.listInvoices>('/api/procurement/invoices')
export const enterInvoice = post<typeof contract.enterInvoice>('/api/procurement/orders/:orderId/invoices')
export const showInvoice = get<typeof contract.showInvoice>('/api/procurement/invoices/:invoiceId')
export const listDiscrepancies = get<typeof contract.listDiscrepancies>('/api/procurement/discrepancies')
export const resolveDiscrepancy = post<typeof contract.resolveDiscrepancy>(
  '/api/procurement/discrepancies/:discrepancyId/resolve',
)
export const listCredits = get<typeof contract.listCredits>('/api/procurement/credits')
export const receiveCredit = post<typeof contract.receiveCredit>('/api/procurement/credits/:creditId/receive')

export type InvoiceRow = Answer<typeof contract.listInvoices>['invoices'][number]
export type Invoice = Answer<typeof contract.showInvoice>
export type Discrepancy = Answer<typeof contract.listDiscrepancies>['discrepancies'][number]
export type Credits = Answer<typeof contract.listCredits>
