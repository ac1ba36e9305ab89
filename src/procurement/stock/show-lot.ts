import { asc, eq } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { lots, stockMoves } from '../schema/stock'
import { lotsByIds } from './list-lots'

/** Whose a lot is; undefined when there is none. */
export async function lotOwner(app: App, id: string) {
  const { operatorId, siteId } = lots
  const [owner] = await app.db.select({ operatorId, siteId }).from(lots).where(eq(lots.id, id))
  return owner
}

/** A lot with its moves, the oldest first. */
export async function lotDetail(app: App, id: string) {
  const [lot] = await lotsByIds(app, [id])
  if (!lot) return undefined
  const { at, delta, reason, ref } = stockMoves
  const moves = await app.db
    .select({ at, delta, reason, ref })
    .from(stockMoves)
    .where(eq(stockMoves.lotId, id))
    .orderBy(asc(stockMoves.id))
  return { lot, moves }
}
