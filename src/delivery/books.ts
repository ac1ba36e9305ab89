import { sql } from 'drizzle-orm'
import type { App } from '../platform/app'

/** Every drop that stands by its group, with its state. */
export async function dropsByGroup(app: App): Promise<ReadonlyMap<string, string>> {
  const { rows } = await app.db.execute<{ key: string; value: string }>(
    sql`select group_id as key, status as value from delivery.drops where status <> 'void'`,
  )
  return new Map(rows.map(({ key, value }) => [key, value]))
}
