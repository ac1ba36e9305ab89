import type * as contract from '../../src/http/till/contract'
import { type Answer, get, post } from '../api/call'

export const listTillSites = get<typeof contract.listTillSites>('/api/till/sites')
export const showTillMenu = get<typeof contract.showTillMenu>('/api/till/sites/:siteId/menu')
export const findTillMember = post<typeof contract.findTillMember>('/api/till/sites/:siteId/members')
export const quoteSale = post<typeof contract.quoteSale>('/api/till/sites/:siteId/quotes')
export const sell = post<typeof contract.sell>('/api/till/sites/:siteId/sales')
export const voidSale = post<typeof contract.voidSale>('/api/till/sites/:siteId/sales/:orderId/void')
export const showDay = get<typeof contract.showDay>('/api/till/sites/:siteId/day')
export const closeDay = post<typeof contract.closeDay>('/api/till/sites/:siteId/day/close')

export type TillSite = Answer<typeof contract.listTillSites>['sites'][number]
export type TillMenu = Answer<typeof contract.showTillMenu>
export type Offer = TillMenu['offers'][number]
export type Member = Answer<typeof contract.findTillMember>
export type TillQuote = Answer<typeof contract.quoteSale>
export type TillPayer = TillQuote['payers'][number]
export type Receipt = Answer<typeof contract.sell>
export type TillDay = Answer<typeof contract.showDay>
export type Payment = Receipt['payment']
export type Mode = 'dine_in' | 'takeaway'

/** What is in the basket, by offer. */
export type Counts = ReadonlyMap<string, number>
