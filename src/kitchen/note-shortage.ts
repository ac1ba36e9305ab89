import { lt } from 'drizzle-orm'
import type { App } from '../platform/app'
import { tell } from '../platform/realtime'
import { supplyShortages } from './schema/supply-shortages'
import { kitchenTopic } from './screens'

export type SupplyShortage = Omit<typeof supplyShortages.$inferSelect, 'at'> & { readonly at: Date }

/**
 * Keeps the newest word on an ingredient that will not come as ordered, and puts it on the site's screens. An older word
 * that arrives late changes nothing.
 */
export const noteShortage = (app: App, shortage: SupplyShortage): Promise<void> =>
  app.db.transaction(async (tx) => {
    const { id, ...word } = shortage
    const fresh = await tx
      .insert(supplyShortages)
      .values(shortage)
      .onConflictDoUpdate({ target: supplyShortages.id, set: word, setWhere: lt(supplyShortages.at, word.at) })
      .returning({ id: supplyShortages.id })
    if (fresh.length === 0) return
    const { operatorId: _, siteId, at, ...shown } = word
    await tell(tx, [{ topic: kitchenTopic(siteId), event: 'shortage', data: { id, ...shown, at: at.toISOString() } }])
  })
