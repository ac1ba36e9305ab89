import type { App } from '../platform/app'
import { insertAll } from '../platform/insert-all'
import { memberships, persons } from './schema'

export interface ImportPeople {
  readonly persons: readonly (typeof persons.$inferInsert)[]
  readonly memberships: readonly (typeof memberships.$inferInsert)[]
}

/** Registers many people at once, with what they may do. Who is known already is left. Returns the new rows by table. */
export const importPeople = (app: App, people: ImportPeople): Promise<Record<keyof ImportPeople, number>> =>
  app.db.transaction(async (tx) => ({
    persons: await insertAll(tx, persons, people.persons),
    memberships: await insertAll(tx, memberships, people.memberships),
  }))
