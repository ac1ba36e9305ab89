import { sql } from 'drizzle-orm'
import type { Text } from '../../kernel/text'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'

export interface StockRisk {
  readonly kind: 'expiring' | 'shortage'
  readonly siteId: string
  readonly ingredientId: string
  readonly name: Text
  readonly unit: 'g' | 'ml' | 'piece'
  readonly quantity: number
  /** The last good day of what expires. */
  readonly date: ServiceDate | null
}

const MOST = 50

/** What needs an eye: lots that expire by a date, and needs of the last two days that no lot covered. Worst first. */
export async function stockRisks(app: App, operatorIds: readonly string[], by: ServiceDate): Promise<StockRisk[]> {
  const { rows } = await app.db.execute<StockRisk & Record<string, unknown>>(sql`
    with risk as (
      select 'shortage' as kind, site_id, ingredient_id, sum(quantity)::int as quantity, null::date as date, 0 as rank
      from procurement.shortages
      where operator_id = any(${sql.param([...operatorIds])}) and at > ${app.now().toISOString()}::timestamptz - interval '2 days'
      group by site_id, ingredient_id
      union all
      select 'expiring', site_id, ingredient_id, sum(quantity)::int, min(expires_on), 1
      from procurement.lots
      where operator_id = any(${sql.param([...operatorIds])}) and quantity > 0 and expires_on <= ${by}
      group by site_id, ingredient_id
    )
    select risk.kind, risk.site_id as "siteId", risk.ingredient_id as "ingredientId", i.name, i.unit, risk.quantity,
           risk.date::text as date
    from risk join procurement.ingredients i on i.id = risk.ingredient_id
    order by risk.rank, risk.date, risk.quantity desc limit ${MOST}`)
  return rows
}

/** Proposals that wait for somebody's decision, and orders on their way, per tenant. */
export async function openPurchases(
  app: App,
  operatorIds: readonly string[],
): Promise<{ proposed: number; underWay: number }> {
  const { rows } = await app.db.execute<{ proposed: number; under_way: number }>(sql`
    select count(*) filter (where status = 'proposed')::int as proposed,
           count(*) filter (where status in ('approved', 'sent', 'confirmed', 'short', 'part_received'))::int as under_way
    from procurement.purchase_orders where operator_id = any(${sql.param([...operatorIds])})`)
  return { proposed: rows[0]?.proposed ?? 0, underWay: rows[0]?.under_way ?? 0 }
}
