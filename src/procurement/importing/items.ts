import { asc, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../../platform/database'
import { lots } from '../schema/stock'
import { ingredients, supplyTerms } from '../schema/supply'
import { id, oneOf, whole, words } from './cells'
import type { SheetKind } from './import-sheet'

export interface ItemRow {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly unit: 'g' | 'ml' | 'piece'
  readonly shelfLifeDays: number
  readonly storage: 'ambient' | 'chilled' | 'frozen'
}

/** Rows of one statement stay below what Postgres takes as parameters. */
const AT_ONCE = 5_000

type Stored = typeof ingredients.$inferSelect
const rowOf = ({ id: itemId, name, unit, shelfLifeDays, storage }: Stored): ItemRow => {
  return { id: itemId, zh: name.zh, en: name.en, unit, shelfLifeDays, storage }
}

/**
 * Items by their id. Recipes and stock stand on their units, so a unit never changes (`unit_fixed`); and what another
 * tenant buys or keeps as well is not one tenant's to change (`shared`). Allergens of a new one count as not assessed.
 */
export const itemSheet: SheetKind<ItemRow> = {
  columns: {
    id: { title: 'id', read: id },
    zh: { title: 'name_zh', read: words },
    en: { title: 'name_en', read: words },
    unit: { title: 'unit', read: oneOf(['g', 'ml', 'piece'] as const) },
    shelfLifeDays: { title: 'shelf_life_days', read: whole(1, 3_650) },
    storage: { title: 'storage', read: oneOf(['ambient', 'chilled', 'frozen'] as const) },
  },
  keyOf: (row) => row.id,
  current: async (tx) => (await tx.select().from(ingredients).orderBy(asc(ingredients.id))).map(rowOf),
  objections: async (tx, { operatorId }, rows) => {
    const ids = rows.map(({ value }) => value.id)
    const found = await tx.select().from(ingredients).where(inArray(ingredients.id, ids))
    const standing = new Map(found.map((stored) => [stored.id, rowOf(stored)]))
    const shared = await usedByOthers(tx, operatorId, ids)
    return rows.flatMap(({ row, value }) => {
      const before = standing.get(value.id)
      if (!before) return []
      if (before.unit !== value.unit) return [{ row, column: 'unit', code: 'unit_fixed', value: value.unit }]
      const same = (['zh', 'en', 'shelfLifeDays', 'storage'] as const).every((name) => before[name] === value[name])
      return same || !shared.has(value.id) ? [] : [{ row, column: 'id', code: 'shared', value: value.id }]
    })
  },
  write: async (tx, _operatorId, rows) => {
    for (let from = 0; from < rows.length; from += AT_ONCE)
      await tx
        .insert(ingredients)
        .values(
          rows.slice(from, from + AT_ONCE).map(({ zh, en, ...row }) => ({
            ...row,
            name: { zh, en },
            contains: null,
            mayContain: [],
            nutrition: {},
          })),
        )
        .onConflictDoUpdate({
          target: ingredients.id,
          set: {
            name: sql`excluded.name`,
            shelfLifeDays: sql`excluded.shelf_life_days`,
            storage: sql`excluded.storage`,
          },
        })
  },
}

/** Items that other tenants buy or keep. */
async function usedByOthers(tx: Tx, operatorId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select ingredient_id as id from ${supplyTerms}
    where ingredient_id = any(${sql.param([...ids])}) and operator_id <> ${operatorId}
    union select ingredient_id from ${lots}
    where ingredient_id = any(${sql.param([...ids])}) and operator_id <> ${operatorId} and quantity > 0`)
  return new Set(rows.map(({ id: itemId }) => itemId))
}
