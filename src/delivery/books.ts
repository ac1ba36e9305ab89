import { sql } from 'drizzle-orm'
import type { App } from '../platform/app'

/** Every drop that stands by its group: delivered, failed or still waiting, on board or in a locker. */
export async function dropsByGroup(app: App): Promise<ReadonlyMap<string, string>> {
  const { rows } = await app.db.execute<{ key: string; value: string }>(
    sql`select group_id as key, case when status in ('held', 'stored') then 'waiting' else status end as value
        from delivery.drops where status <> 'void'`,
  )
  return new Map(rows.map(({ key, value }) => [key, value]))
}
