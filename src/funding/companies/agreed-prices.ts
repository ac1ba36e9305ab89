import { sql } from 'drizzle-orm'
import type { App } from '../../platform/app'

/** What a person's company has agreed to pay for some dishes, by dish; dishes without an agreed price are left out. */
export async function agreedPrices(
  app: App,
  personId: string,
  dishes: readonly { readonly dishId: string; readonly operatorId: string }[],
): Promise<ReadonlyMap<string, number>> {
  const ids = sql.param(dishes.map(({ dishId }) => dishId))
  const operators = sql.param(dishes.map(({ operatorId }) => operatorId))
  const today = app.now().toISOString()
  const { rows } = await app.db.execute<{ dishId: string; priceMinor: number }>(sql`
    select distinct on (p.dish_id) p.dish_id as "dishId", p.price_minor as "priceMinor"
    from funding.employees e join funding.companies c on c.id = e.company_id
    join funding.company_prices p on p.company_id = c.id
    where e.person_id = ${personId} and e.left_at is null and c.operator_id = any(${operators}::text[])
      and p.dish_id = any(${ids}::text[]) and p.from_date <= ${today}::timestamptz::date
    order by p.dish_id, p.from_date desc`)
  return new Map(rows.map(({ dishId, priceMinor }) => [dishId, priceMinor]))
}
