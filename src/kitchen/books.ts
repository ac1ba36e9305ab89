import { sql } from 'drizzle-orm'
import type { App } from '../platform/app'

/** Every ticket by its group, with its portions; `void` where it was cancelled; what ran out was ordered all the same. */
export async function ticketsByGroup(app: App): Promise<ReadonlyMap<string, string>> {
  const { rows } = await app.db.execute<{ key: string; value: string }>(sql`
    select t.group_id as key, case when g.voided_at is not null then 'void' else coalesce(sum(i.quantity), 0)::text end as value
    from kitchen.tickets t join kitchen.groups g on g.group_id = t.group_id
    left join kitchen.ticket_items i on i.ticket_id = t.id group by t.id, g.voided_at`)
  return new Map(rows.map(({ key, value }) => [key, value]))
}

/** Batches that came off the heat: their ingredients must have left the shelf. */
export async function cookedBatches(app: App): Promise<ReadonlyMap<string, string>> {
  const { rows } = await app.db.execute<{ key: string }>(
    sql`select id as key from kitchen.batches where status = 'cooked'`,
  )
  return new Map(rows.map(({ key }) => [key, 'issued']))
}
