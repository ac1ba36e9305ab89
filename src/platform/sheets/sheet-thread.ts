import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { inThread } from '../thread'

export interface SheetFile {
  readonly bytes: Uint8Array
  readonly xlsx: boolean
}

/** Sheets are read up to here. */
const MOST_ROWS = 20_000

const CSV = { bom: true, delimiter: [',', ';', '\t'], relax_column_count: true, skip_empty_lines: false }

/** Reads the first sheet of a workbook, or a CSV, as texts. In a thread: a hostile workbook must not hold up anybody else. */
inThread<SheetFile, string[][]>(async ({ bytes, xlsx }) => {
  const buffer = Buffer.from(bytes)
  const grid: unknown[][] = xlsx ? await readSheet(buffer) : parse(textOf(buffer), CSV)
  return grid.slice(0, MOST_ROWS + 1).map((row) => row.map(cellText))
})

/** UTF-8, or what spreadsheets in China write when nobody asks them. */
function textOf(buffer: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer)
  } catch {
    return new TextDecoder('gb18030').decode(buffer)
  }
}

function cellText(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
