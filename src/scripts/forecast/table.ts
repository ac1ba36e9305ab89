import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'

/** A file that cannot be read as asked: says which file, row and column. */
export class BadTable extends Error {
  override readonly name = 'BadTable'
  constructor(file: string, what: string, place?: { row?: number; column?: string }) {
    const row = place?.row === undefined ? '' : `, row ${place.row}`
    const column = place?.column === undefined ? '' : `, column "${place.column}"`
    super(`${file}${row}${column}: ${what}`)
  }
}

/** A file with a header; `rows[0]` stands in line 2. */
export interface Table {
  readonly file: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Reads CSV, packed or not, with commas, semicolons or tabs. @throws BadTable for a file that is none. */
export function readTable(file: string): Table {
  const text = contentOf(file)
  const head = text.slice(0, text.search(/\r?\n|$/))
  const delimiter = [',', ';', '\t'].reduce((best, each) =>
    head.split(each).length > head.split(best).length ? each : best,
  )
  let lines: string[][]
  try {
    lines = parse(text, { bom: true, delimiter, relaxColumnCount: true, skipEmptyLines: true, trim: true })
  } catch (error) {
    throw new BadTable(file, error instanceof Error ? error.message : String(error))
  }
  const [columns, ...rows] = lines
  if (!columns || rows.length === 0) throw new BadTable(file, 'holds no rows below a header')
  rows.forEach((row, i) => {
    if (row.length !== columns.length)
      throw new BadTable(file, `has ${row.length} fields where the header has ${columns.length}`, { row: i + 2 })
  })
  return { file, columns, rows }
}

function contentOf(file: string): string {
  try {
    const bytes = readFileSync(file)
    return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8')
  } catch (error) {
    throw new BadTable(file, error instanceof Error ? error.message : String(error))
  }
}

/** The place of a column. @throws BadTable naming the columns there are. */
export function columnOf({ file, columns }: Table, name: string): number {
  const found = columns.indexOf(name)
  if (found < 0) throw new BadTable(file, `has no such column, but ${columns.join(', ')}`, { column: name })
  return found
}

const UNKNOWN = /^(|na|n\/a|nan|null|none|-)$/i

/** A number, NaN for an empty or unknown one, undefined for text. */
export function numberIn(text: string): number | undefined {
  if (UNKNOWN.test(text)) return Number.NaN
  const value = Number(text)
  return Number.isFinite(value) ? value : undefined
}
