import { openDB } from 'idb'
import type { Act, ActStore } from './outbox'

/**
 * Acts in the browser's own database: a reload or a flat battery loses none.
 * @param name the object store, which a face must not change while its devices may hold acts.
 */
export function openActStore<A extends Act>(database: string, name: string): ActStore<A> {
  const opening = openDB(database, 1, {
    upgrade: (db) => {
      db.createObjectStore(name, { autoIncrement: true }).createIndex('id', 'id', { unique: true })
    },
  })
  return {
    all: async () => (await opening).getAll(name),
    add: async (act) => (await opening).add(name, act),
    remove: async (id) => {
      const db = await opening
      const key = await db.getKeyFromIndex(name, 'id', id)
      if (key !== undefined) await db.delete(name, key)
    },
  }
}
