import { desc, eq, inArray, sql } from 'drizzle-orm'
import type { Text } from '../../kernel/text'
import type { App } from '../../platform/app'
import { credits, discrepancies, invoiceLines, invoices } from '../schema/matching'
import { suppliers } from '../schema/supply'

const MOST_ROWS = 500

const rows = (app: App) =>
  app.db
    .select({
      id: credits.id,
      operatorId: credits.operatorId,
      supplierId: credits.supplierId,
      supplier: suppliers.name,
      amountMinor: credits.amountMinor,
      cause: credits.cause,
      reason: credits.reason,
      number: credits.number,
      at: credits.at,
      receivedAt: credits.receivedAt,
    })
    .from(credits)
    .innerJoin(suppliers, eq(suppliers.id, credits.supplierId))

/** What suppliers of some tenants owe and have given, the newest first. */
export const listCredits = (app: App, operatorIds: readonly string[]) =>
  rows(app)
    .where(inArray(credits.operatorId, [...operatorIds]))
    .orderBy(desc(credits.at), desc(credits.id))
    .limit(MOST_ROWS)

export async function creditById(app: App, id: string) {
  const [credit] = await rows(app).where(eq(credits.id, id))
  return credit
}

export interface Balance {
  readonly supplierId: string
  readonly supplier: Text
  /** To be paid for invoices as they stand, before credits. */
  readonly payableMinor: number
  readonly creditedMinor: number
  /** Credits that were asked for and have not come. */
  readonly expectedMinor: number
}

/** Per supplier: agreed invoices, and credits for goods sent back. What was invoiced too much is not in the first and so not in the others. */
export async function balancesOf(app: App, operatorIds: readonly string[]): Promise<Balance[]> {
  const mine = sql.param([...operatorIds])
  const { rows: found } = await app.db.execute<Balance & Record<string, unknown>>(sql`
    with owed as (
      select i.supplier_id, sum(l.payable_minor) as amount from ${invoices} i join ${invoiceLines} l on l.invoice_id = i.id
      where i.operator_id = any(${mine}) group by 1
      union all
      select d.supplier_id, sum(d.amount_minor) from ${discrepancies} d
      where d.operator_id = any(${mine}) and d.status = 'accepted' group by 1
    ), credited as (
      select supplier_id, coalesce(sum(amount_minor) filter (where received_at is not null), 0) as given,
             coalesce(sum(amount_minor) filter (where received_at is null), 0) as awaited
      from ${credits} where operator_id = any(${mine}) and cause = 'return' group by 1
    )
    select s.id as "supplierId", s.name as supplier, coalesce(sum(owed.amount), 0)::int as "payableMinor",
           coalesce(max(credited.given), 0)::int as "creditedMinor", coalesce(max(credited.awaited), 0)::int as "expectedMinor"
    from ${suppliers} s left join owed on owed.supplier_id = s.id left join credited on credited.supplier_id = s.id
    where s.operator_id = any(${mine}) group by s.id, s.name order by s.id`)
  return found
}
