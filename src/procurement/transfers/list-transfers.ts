import { asc, desc, eq, inArray, or, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { temperatureRange } from '../domain/storage'
import { type Reach, within } from '../reach'
import { lots } from '../schema/stock'
import { ingredients } from '../schema/supply'
import { transferLines, transfers } from '../schema/transfers'

const MOST_ROWS = 200

/** Transfers from or to the sites within reach, what is under way first, the newest first. */
export async function listTransfers(app: App, reach: readonly Reach[]) {
  const { operatorId, fromSiteId, toSiteId } = transfers
  const found = await app.db
    .select()
    .from(transfers)
    .where(or(within(reach, { operatorId, siteId: fromSiteId }), within(reach, { operatorId, siteId: toSiteId })))
    .orderBy(sql`${transfers.status} <> 'under_way'`, desc(transfers.sentAt))
    .limit(MOST_ROWS)
  return withLines(app, found)
}

/** One transfer with its lines. */
export async function transferById(app: App, id: string) {
  const [found] = await withLines(app, await app.db.select().from(transfers).where(eq(transfers.id, id)))
  return found
}

async function withLines(app: App, found: readonly (typeof transfers.$inferSelect)[]) {
  const lines = await app.db
    .select({
      id: transferLines.id,
      transferId: transferLines.transferId,
      lotCode: lots.code,
      expiresOn: lots.expiresOn,
      ingredient: ingredients.name,
      unit: ingredients.unit,
      storage: ingredients.storage,
      sent: transferLines.sent,
      received: transferLines.received,
    })
    .from(transferLines)
    .innerJoin(lots, eq(lots.id, transferLines.lotId))
    .innerJoin(ingredients, eq(ingredients.id, transferLines.ingredientId))
    .where(
      inArray(
        transferLines.transferId,
        found.map(({ id }) => id),
      ),
    )
    .orderBy(asc(transferLines.id))
  return found.map((transfer) => ({
    ...transfer,
    lines: lines
      .filter(({ transferId }) => transferId === transfer.id)
      .map((line) => ({ ...line, temperatureRange: temperatureRange(line.storage) })),
  }))
}
