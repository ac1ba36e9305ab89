import { type DBSchema, openDB } from 'idb'
import type { Touch } from './board'
import type { TouchStore } from './outbox'

interface KitchenDb extends DBSchema {
  touches: { key: number; value: Touch; indexes: { id: string } }
}

/** Touches in the browser's own database: a reload or a flat battery loses none. */
export function openTouchStore(): TouchStore {
  const opening = openDB<KitchenDb>('linli-kitchen', 1, {
    upgrade: (db) => {
      db.createObjectStore('touches', { autoIncrement: true }).createIndex('id', 'id', { unique: true })
    },
  })
  return {
    all: async () => (await opening).getAll('touches'),
    add: async (touch) => (await opening).add('touches', touch),
    remove: async (id) => {
      const db = await opening
      const key = await db.getKeyFromIndex('touches', 'id', id)
      if (key !== undefined) await db.delete('touches', key)
    },
  }
}
