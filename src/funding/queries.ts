import { and, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { App } from '../platform/app'
import { ledgerEntries, ledgerTransactions } from './schema'
import { companies, employees } from './schema/companies'

export interface StatementLine {
  readonly account: string
  readonly currency: string
  /** Debit positive. */
  readonly amountMinor: number
  readonly bookings: number
}

/** What stands in a tenant's ledger between two instants, per account. The lines of a currency sum to zero. */
export const statement = (app: App, operatorIds: readonly string[], from: Date, to: Date): Promise<StatementLine[]> =>
  app.db
    .select({
      account: ledgerEntries.account,
      currency: ledgerEntries.currency,
      amountMinor: sql<number>`sum(${ledgerEntries.amountMinor})::float8`,
      bookings: sql<number>`count(*)::int`,
    })
    .from(ledgerEntries)
    .innerJoin(ledgerTransactions, eq(ledgerTransactions.id, ledgerEntries.transactionId))
    .where(
      and(
        inArray(ledgerTransactions.operatorId, [...operatorIds]),
        gte(ledgerTransactions.at, from),
        lt(ledgerTransactions.at, to),
      ),
    )
    .groupBy(ledgerEntries.account, ledgerEntries.currency)
    .orderBy(ledgerEntries.account)

/** The companies of a scope: some by id, or all of some tenants. */
export const companiesOf = (app: App, operatorIds: readonly string[], ids: readonly string[] | undefined) =>
  app.db
    .select()
    .from(companies)
    .where(and(inArray(companies.operatorId, [...operatorIds]), ids ? inArray(companies.id, [...ids]) : undefined))
    .orderBy(companies.id)

/** Companies by id, whoever asks. */
export const companiesByIds = (app: App, ids: readonly string[]) =>
  app.db
    .select()
    .from(companies)
    .where(inArray(companies.id, [...ids]))

/** The people of some companies who have not left. */
export const employeesOf = (app: App, companyIds: readonly string[]) =>
  app.db
    .select({ companyId: employees.companyId, personId: employees.personId, department: employees.department })
    .from(employees)
    .where(and(inArray(employees.companyId, [...companyIds]), isNull(employees.leftAt)))
    .orderBy(employees.companyId, employees.department, employees.personId)
