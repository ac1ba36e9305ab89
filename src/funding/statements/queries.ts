import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { statementLines, statementPayments, statements } from '../schema/statements'

const paid = sql<number>`coalesce((select sum(p.amount_minor) from ${statementPayments} p
  where p.statement_id = ${statements.id}), 0)::int`

/** The statements of some companies, the newest first, with what is paid of each. */
export const statementsOf = (app: App, companyIds: readonly string[]) =>
  app.db
    .select({ statement: statements, paidMinor: paid })
    .from(statements)
    .where(inArray(statements.companyId, [...companyIds]))
    .orderBy(desc(statements.month), asc(statements.number))

/** One statement of some companies, and the sums of its lines by cost centre and service date. */
export async function statementDetail(app: App, companyIds: readonly string[], id: string) {
  const [row] = await app.db
    .select({ statement: statements, paidMinor: paid })
    .from(statements)
    .where(and(eq(statements.id, id), inArray(statements.companyId, [...companyIds])))
  if (!row) return undefined
  const lines = await app.db
    .select({
      costCentre: statementLines.costCentre,
      serviceDate: statementLines.serviceDate,
      kind: statementLines.kind,
      correctsNumber: statementLines.correctsNumber,
      meals: sql<number>`count(*)::int`,
      amountMinor: sql<number>`sum(${statementLines.amountMinor})::int`,
    })
    .from(statementLines)
    .where(eq(statementLines.statementId, id))
    .groupBy(statementLines.costCentre, statementLines.serviceDate, statementLines.kind, statementLines.correctsNumber)
    .orderBy(statementLines.costCentre, statementLines.serviceDate, statementLines.kind, statementLines.correctsNumber)
  return { ...row, lines }
}

export type StatementDetail = NonNullable<Awaited<ReturnType<typeof statementDetail>>>

/** How late what is owed is: days past the day it was due. */
const AGES = [
  { age: 'current', upTo: 0 },
  { age: 'days_1_30', upTo: 30 },
  { age: 'days_31_60', upTo: 60 },
  { age: 'older', upTo: Number.POSITIVE_INFINITY },
] as const

/** What is open of some statements on a day, by how long it has been due. */
export function ageing(
  open: readonly { readonly statement: typeof statements.$inferSelect; readonly paidMinor: number }[],
  today: ServiceDate,
) {
  const late = (dueOn: ServiceDate) => (Date.parse(today) - Date.parse(dueOn)) / 86_400_000
  return AGES.map(({ age, upTo }, i) => {
    const above = AGES[i - 1]?.upTo ?? Number.NEGATIVE_INFINITY
    const own = open.filter(({ statement: { dueOn } }) => late(dueOn) > above && late(dueOn) <= upTo)
    return { age, openMinor: own.reduce((sum, { statement, paidMinor }) => sum + statement.totalMinor - paidMinor, 0) }
  })
}
