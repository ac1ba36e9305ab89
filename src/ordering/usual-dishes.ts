import { sql } from 'drizzle-orm'
import type { App } from '../platform/app'

/** As many as anybody has favourites. */
const MOST = 40

/** Dishes somebody had in orders that stand, the newest first. */
export async function dishesOrderedBy(app: App, personId: string): Promise<string[]> {
  const { rows } = await app.db.execute<{ dishId: string }>(sql`
    select l.dish_id as "dishId" from ordering.orders o join ordering.order_lines l on l.order_id = o.id
    where o.person_id = ${personId} and o.status in ('placed', 'completed') and not o.at_counter and l.refund_id is null
    group by l.dish_id order by max(o.received_at) desc, l.dish_id limit ${MOST}`)
  return rows.map(({ dishId }) => dishId)
}
