import type { App } from '../../platform/app'
import { csv } from '../../platform/sheets/csv'
import { yuan } from './cells'
import type { ImportKind, SheetKind } from './import-sheet'
import { itemSheet } from './items'
import { priceSheet } from './prices'
import { stockingSheet } from './stocking'
import { supplierSheet } from './suppliers'

/** What stands now, in the columns an import takes. */
export async function sheetTemplate(app: App, kind: ImportKind, operatorId: string): Promise<string> {
  if (kind === 'suppliers') return write(app, operatorId, supplierSheet)
  if (kind === 'items') return write(app, operatorId, itemSheet)
  return kind === 'prices' ? write(app, operatorId, priceSheet) : write(app, operatorId, stockingSheet)
}

async function write<T extends object>(app: App, operatorId: string, sheet: SheetKind<T>): Promise<string> {
  const names = Object.keys(sheet.columns) as (keyof T & string)[]
  const rows = await sheet.current(app.db, operatorId)
  return csv(
    names.map((name) => sheet.columns[name].title),
    rows.map((row) => names.map((name) => cellOf(name, row[name]))),
  )
}

function cellOf(name: string, value: unknown): string {
  if (typeof value === 'number') return name.endsWith('Minor') ? yuan(value) : String(value)
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  if (!Array.isArray(value)) return ''
  return value.map((each) => (typeof each === 'object' ? `${each.packs}:${yuan(each.priceMinor)}` : each)).join(' ')
}
