import { sql } from 'drizzle-orm'

/** What a company owes stands on this account of the ledger; the company's id follows. */
export const COMPANY_ACCOUNT = 'receivable:company:'

/** Whether a payer `p` (ordering.order_payers) is a company. */
export const isCompany = sql`p.account like ${`${COMPANY_ACCOUNT}%`}`

/** The company's id of such a payer. */
export const companyId = sql`substr(p.account, ${COMPANY_ACCOUNT.length + 1})`
