import type { App } from '../platform/app'
import { newId } from '../platform/id'
import { insertAll } from '../platform/insert-all'
import { persons } from './schema'

/** Makes persons of names, with no account and nothing else known. Answers their ids in the order of the names. */
export async function registerPersons(app: App, names: readonly string[]): Promise<string[]> {
  const rows = names.map((name) => ({ id: newId('per'), name, createdAt: app.now() }))
  await insertAll(app.db, persons, rows)
  return rows.map(({ id }) => id)
}
