import { asc, eq, inArray, sql } from 'drizzle-orm'
import { ingredients, suppliers, supplyTerms } from '../schema/supply'
import { type Breaks, id, money, priceBreaks, whole, words } from './cells'
import type { SheetKind } from './import-sheet'

export interface PriceRow {
  readonly supplierId: string
  readonly itemId: string
  readonly priority: number
  readonly packSize: number
  readonly packZh: string
  readonly packEn: string
  readonly minimumPacks: number
  readonly multiplePacks: number
  readonly priceMinor: number
  readonly priceBreaks: Breaks
}

/** Rows of one statement stay below what Postgres takes as parameters. */
const AT_ONCE = 5_000

/** What suppliers sell items for. Orders keep the price they were given. */
export const priceSheet: SheetKind<PriceRow> = {
  columns: {
    supplierId: { title: 'supplier_id', read: id },
    itemId: { title: 'item_id', read: id },
    priority: { title: 'priority', read: whole(1, 99) },
    packSize: { title: 'pack_size', read: whole(1, 100_000_000) },
    packZh: { title: 'pack_zh', read: words },
    packEn: { title: 'pack_en', read: words },
    minimumPacks: { title: 'minimum_packs', read: whole(1, 10_000) },
    multiplePacks: { title: 'multiple_packs', read: whole(1, 10_000) },
    priceMinor: { title: 'price', read: money },
    priceBreaks: { title: 'price_breaks', read: priceBreaks },
  },
  keyOf: (row) => `${row.supplierId} ${row.itemId}`,
  current: async (tx, operatorId) => {
    const rows = await tx
      .select()
      .from(supplyTerms)
      .where(eq(supplyTerms.operatorId, operatorId))
      .orderBy(asc(supplyTerms.supplierId), asc(supplyTerms.ingredientId))
    return rows.map(({ packName, ingredientId, ...row }) => ({
      supplierId: row.supplierId,
      itemId: ingredientId,
      priority: row.priority,
      packSize: row.packSize,
      packZh: packName.zh,
      packEn: packName.en,
      minimumPacks: row.minimumPacks,
      multiplePacks: row.multiplePacks,
      priceMinor: row.priceMinor,
      priceBreaks: row.priceBreaks.map(({ packs, priceMinor }) => ({ packs, priceMinor })),
    }))
  },
  objections: async (tx, { operatorId }, rows) => {
    const own = await tx.select({ id: suppliers.id }).from(suppliers).where(eq(suppliers.operatorId, operatorId))
    const known = await tx
      .select({ id: ingredients.id })
      .from(ingredients)
      .where(inArray(ingredients.id, [...new Set(rows.map(({ value }) => value.itemId))]))
    const [mine, items] = [new Set(own.map((each) => each.id)), new Set(known.map((each) => each.id))]
    return rows.flatMap(({ row, value }) => [
      ...(mine.has(value.supplierId) ? [] : [{ row, column: 'supplier_id', code: 'unknown', value: value.supplierId }]),
      ...(items.has(value.itemId) ? [] : [{ row, column: 'item_id', code: 'unknown', value: value.itemId }]),
      ...((value.priceBreaks[0]?.priceMinor ?? 0) > value.priceMinor
        ? [{ row, column: 'price_breaks', code: 'order', value: String(value.priceBreaks[0]?.packs) }]
        : []),
    ])
  },
  write: async (tx, operatorId, rows) => {
    for (let from = 0; from < rows.length; from += AT_ONCE)
      await tx
        .insert(supplyTerms)
        .values(
          rows.slice(from, from + AT_ONCE).map(({ itemId, packZh, packEn, ...row }) => ({
            ...row,
            operatorId,
            ingredientId: itemId,
            packName: { zh: packZh, en: packEn },
          })),
        )
        .onConflictDoUpdate({
          target: [supplyTerms.supplierId, supplyTerms.ingredientId],
          set: {
            priority: sql`excluded.priority`,
            packSize: sql`excluded.pack_size`,
            packName: sql`excluded.pack_name`,
            minimumPacks: sql`excluded.minimum_packs`,
            multiplePacks: sql`excluded.multiple_packs`,
            priceMinor: sql`excluded.price_minor`,
            priceBreaks: sql`excluded.price_breaks`,
          },
          setWhere: eq(supplyTerms.operatorId, operatorId),
        })
  },
}
