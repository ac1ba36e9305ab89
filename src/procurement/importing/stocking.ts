import { asc, eq, inArray, sql } from 'drizzle-orm'
import { ingredients, stocking } from '../schema/supply'
import { id, maybe, whole } from './cells'
import type { SheetKind } from './import-sheet'

export interface StockingRow {
  readonly siteId: string
  readonly itemId: string
  /** Most that the shelves hold, in base units; null where nobody says. */
  readonly most: number | null
  /** Days in a hundred on which it must not run out; null lets costs decide. */
  readonly serviceLevel: number | null
}

/** Rows of one statement stay below what Postgres takes as parameters. */
const AT_ONCE = 10_000

/** What sites say of keeping items: how much fits, and how seldom it may run out. */
export const stockingSheet: SheetKind<StockingRow> = {
  columns: {
    siteId: { title: 'site_id', read: id },
    itemId: { title: 'item_id', read: id },
    most: { title: 'most', read: maybe(whole(0, 2_000_000_000)) },
    serviceLevel: { title: 'service_level', read: maybe(whole(50, 99)) },
  },
  keyOf: (row) => `${row.siteId} ${row.itemId}`,
  current: async (tx, operatorId) => {
    const rows = await tx
      .select()
      .from(stocking)
      .where(eq(stocking.operatorId, operatorId))
      .orderBy(asc(stocking.siteId), asc(stocking.ingredientId))
    return rows.map(({ siteId, ingredientId, most, serviceBps }) => ({
      siteId,
      itemId: ingredientId,
      most,
      serviceLevel: serviceBps === null ? null : serviceBps / 100,
    }))
  },
  objections: async (tx, { siteIds }, rows) => {
    const asked = [...new Set(rows.map(({ value }) => value.itemId))]
    const known = await tx.select({ id: ingredients.id }).from(ingredients).where(inArray(ingredients.id, asked))
    const items = new Set(known.map((each) => each.id))
    return rows.flatMap(({ row, value }) => [
      ...(siteIds.includes(value.siteId) ? [] : [{ row, column: 'site_id', code: 'unknown', value: value.siteId }]),
      ...(items.has(value.itemId) ? [] : [{ row, column: 'item_id', code: 'unknown', value: value.itemId }]),
    ])
  },
  write: async (tx, operatorId, rows) => {
    for (let from = 0; from < rows.length; from += AT_ONCE)
      await tx
        .insert(stocking)
        .values(
          rows.slice(from, from + AT_ONCE).map(({ siteId, itemId, most, serviceLevel }) => ({
            siteId,
            ingredientId: itemId,
            operatorId,
            most,
            serviceBps: serviceLevel === null ? null : serviceLevel * 100,
          })),
        )
        .onConflictDoUpdate({
          target: [stocking.siteId, stocking.ingredientId],
          set: { most: sql`excluded.most`, serviceBps: sql`excluded.service_bps` },
          setWhere: eq(stocking.operatorId, operatorId),
        })
  },
}
