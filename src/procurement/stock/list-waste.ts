import { and, desc, eq, gte, lt } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { type Reach, within } from '../reach'
import { lots, wastes } from '../schema/stock'
import { ingredients } from '../schema/supply'

const MOST_ROWS = 1_000

export interface WasteFilter {
  readonly reach: readonly Reach[]
  readonly siteId?: string | undefined
  readonly from: Date
  readonly before: Date
}

/** What was thrown away in a time, the newest first. */
export const listWaste = (app: App, { reach, siteId, from, before }: WasteFilter) =>
  app.db
    .select({
      at: wastes.at,
      siteId: wastes.siteId,
      ingredient: ingredients.name,
      unit: ingredients.unit,
      quantity: wastes.quantity,
      costMinor: wastes.costMinor,
      reason: wastes.reason,
      note: wastes.note,
      lotCode: lots.code,
    })
    .from(wastes)
    .innerJoin(lots, eq(lots.id, wastes.lotId))
    .innerJoin(ingredients, eq(ingredients.id, lots.ingredientId))
    .where(
      and(
        within(reach, wastes),
        siteId ? eq(wastes.siteId, siteId) : undefined,
        gte(wastes.at, from),
        lt(wastes.at, before),
      ),
    )
    .orderBy(desc(wastes.at))
    .limit(MOST_ROWS)
