import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import type { Tx } from '../../platform/database'
import { itemSheet } from './items'
import { priceSheet } from './prices'
import { readGrid, type UploadedSheet } from '../../platform/sheets/read-grid'
import { type CellError, type Columns, readSheet, type SheetRow } from './sheet'
import { stockingSheet } from './stocking'
import { supplierSheet } from './suppliers'

/** One kind of sheet: its columns, how its rows are known again, and how they are taken over. */
export interface SheetKind<T extends object> {
  readonly columns: Columns<T>
  readonly keyOf: (value: T) => string
  /** What stands now, as rows of such a sheet. */
  readonly current: (tx: Tx, operatorId: string) => Promise<T[]>
  /** What the database says against a row: ids nobody knows, things that belong to somebody else. */
  readonly objections: (tx: Tx, own: Own, rows: readonly SheetRow<T>[]) => Promise<CellError[]>
  readonly write: (tx: Tx, operatorId: string, values: readonly T[]) => Promise<void>
}

/** Whose sheet it is. */
export interface Own {
  readonly operatorId: string
  readonly siteIds: readonly string[]
}

export const IMPORT_KINDS = ['suppliers', 'items', 'prices', 'stocking'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

export interface ImportSheet extends Own {
  readonly kind: ImportKind
  readonly file: UploadedSheet
  /** False only checks. */
  readonly commit: boolean
  readonly importedBy: string
}

export interface Imported {
  readonly committed: boolean
  readonly rows: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly errors: readonly CellError[]
}

const MOST_ERRORS = 500

/**
 * Takes a sheet over, all of it or nothing: with one cell wrong nothing is written. What stands already as the sheet says
 * is left alone, so the same file again changes nothing. @throws Refusal `unreadable_file`
 */
export async function importSheet(app: App, input: ImportSheet): Promise<Imported> {
  const grid = await readGrid(app, input.file)
  if (input.kind === 'suppliers') return takeOver(app, input, grid, supplierSheet)
  if (input.kind === 'items') return takeOver(app, input, grid, itemSheet)
  return input.kind === 'prices' ? takeOver(app, input, grid, priceSheet) : takeOver(app, input, grid, stockingSheet)
}

const takeOver = <T extends object>(
  app: App,
  { kind, operatorId, siteIds, commit, importedBy }: ImportSheet,
  grid: readonly string[][],
  sheet: SheetKind<T>,
): Promise<Imported> =>
  app.db.transaction(async (tx) => {
    const standing = new Map((await sheet.current(tx, operatorId)).map((value) => [sheet.keyOf(value), value]))
    const { rows, errors: unreadable } = readSheet(grid, sheet.columns, sheet.keyOf, standing)
    const errors = [...unreadable, ...(await sheet.objections(tx, { operatorId, siteIds }, rows))]
    const fresh = rows.filter(({ value }) => !standing.has(sheet.keyOf(value)))
    const changed = rows.filter(({ value }) => {
      const before = standing.get(sheet.keyOf(value))
      return before !== undefined && !isSame(before, value, sheet.columns)
    })
    const counts = { added: fresh.length, changed: changed.length }
    const unchanged = rows.length - fresh.length - changed.length
    const committed = commit && errors.length === 0
    if (committed && fresh.length + changed.length > 0) {
      await sheet.write(
        tx,
        operatorId,
        [...fresh, ...changed].map(({ value }) => value),
      )
      await note(
        { ...app, db: tx },
        { operatorId, actorId: importedBy, action: `procurement.import-${kind}`, subject: operatorId, detail: counts },
      )
    }
    return { committed, rows: rows.length, ...counts, unchanged, errors: errors.slice(0, MOST_ERRORS) }
  })

const isSame = <T extends object>(a: T, b: T, columns: Columns<T>): boolean =>
  (Object.keys(columns) as (keyof T)[]).every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]))
