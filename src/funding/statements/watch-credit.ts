import { sql } from 'drizzle-orm'
import type { App } from '../../platform/app'

/**
 * Stops the companies that owe, billed or not, what their limit allows, and lets those go on that owe less again. By the
 * ledger. Returns how many changed.
 */
export async function watchCredit(app: App): Promise<number> {
  const { rows } = await app.db.execute(sql`
    with owed as (
      select c.id, coalesce(sum(e.amount_minor), 0) >= c.credit_limit_minor as stop
      from funding.companies c left join funding.ledger_entries e on e.account = 'receivable:company:' || c.id
      where c.credit_limit_minor is not null group by c.id
    )
    update funding.companies c set credit_stopped = owed.stop from owed
    where owed.id = c.id and c.credit_stopped <> owed.stop returning c.id`)
  return rows.length
}
