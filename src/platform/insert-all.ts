import { getTableColumns } from 'drizzle-orm'
import type { PgInsertValue, PgTable } from 'drizzle-orm/pg-core'
import type { Db } from './database'

/** Postgres takes so many parameters in one statement. */
const PARAMETERS = 65_535

/** Inserts any number of rows in as few statements as Postgres allows; rows that stand already are left. Returns how many are new. */
export async function insertAll<T extends PgTable>(
  db: Db,
  table: T,
  rows: readonly PgInsertValue<T>[],
): Promise<number> {
  const each = Math.floor(PARAMETERS / Object.keys(getTableColumns(table)).length)
  let inserted = 0
  for (let from = 0; from < rows.length; from += each) {
    const { rowCount } = await db
      .insert(table)
      .values(rows.slice(from, from + each))
      .onConflictDoNothing()
    inserted += rowCount ?? 0
  }
  return inserted
}
