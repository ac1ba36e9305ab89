import { asc, inArray } from 'drizzle-orm'
import { insertAll } from '../../platform/insert-all'
import { ingredients } from '../schema/supply'
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

type Stored = typeof ingredients.$inferSelect
const rowOf = ({ id: itemId, name, unit, shelfLifeDays, storage }: Stored): ItemRow => {
  return { id: itemId, zh: name.zh, en: name.en, unit, shelfLifeDays, storage }
}

/**
 * Items by their id. All tenants share them and recipes stand on their units, so an import adds items and changes none:
 * one that stands with other values is `exists`. Allergens of a new one count as not assessed.
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
  objections: async (tx, _operatorId, rows) => {
    const ids = rows.map(({ value }) => value.id)
    const found = await tx.select().from(ingredients).where(inArray(ingredients.id, ids))
    const standing = new Map(found.map((stored) => [stored.id, JSON.stringify(rowOf(stored))]))
    return rows.flatMap(({ row, value }) => {
      const { id: itemId, zh, en, unit, shelfLifeDays, storage } = value
      const before = standing.get(itemId)
      if (before === undefined || before === JSON.stringify({ id: itemId, zh, en, unit, shelfLifeDays, storage }))
        return []
      return { row, column: 'id', code: 'exists', value: itemId }
    })
  },
  write: async (tx, _operatorId, rows) => {
    await insertAll(
      tx,
      ingredients,
      rows.map(({ zh, en, ...row }) => ({
        ...row,
        name: { zh, en },
        contains: null,
        mayContain: [],
        nutrition: {},
      })),
    )
  },
}
