import type { Observation } from '../../procurement/engine/forecast/build-panel'
import { type DayFormat, formatOf } from './days'
import { BadTable, columnOf, numberIn, type Table } from './table'

/** Columns of numbers that are decided ahead. Weather and the like are not, and stay out. */
const KNOWN_AHEAD =
  /price|promo|discount|feature|email|offer|option|holiday|strike|head_?count|employee|present|capacity|seats/i
/** Columns that say in words what is sold. */
const WORDS = /dish|menu|meal|item|product|categor|type|cuisine|genre|gericht|plat|name|菜|餐|品/i

export interface Columns {
  readonly date: string
  /** One or more: together they name a series. */
  readonly series: readonly string[]
  readonly value: string
  readonly planned?: string | undefined
}

export interface Observed {
  readonly observations: Observation[]
  /** By observation; NaN where nothing was planned. */
  readonly planned: Float64Array
  readonly format: DayFormat
  readonly factNames: readonly string[]
  /** What a person should know about the file. */
  readonly notes: readonly string[]
}

/** Reads what was sold. Several rows for a series and day are added up. @throws BadTable naming row and column. */
export function readObservations(table: Table, columns: Columns): Observed {
  const at = {
    date: columnOf(table, columns.date),
    series: columns.series.map((name) => columnOf(table, name)),
    value: columnOf(table, columns.value),
    planned: columns.planned === undefined ? undefined : columnOf(table, columns.planned),
  }
  const taken = new Set([at.date, at.value, at.planned, ...at.series])
  const facts = factColumns(table, taken)
  const words = table.columns.flatMap((name, i) => (!taken.has(i) && !facts.includes(i) && WORDS.test(name) ? [i] : []))
  const format = formatOf(table.rows[0]?.[at.date] ?? '')
  const found = new Map<string, { observation: Observation & { value: number }; planned: number }>()
  let repeated = 0
  table.rows.forEach((row, i) => {
    const read = (column: number, wanted: string) => amount(table, row, i, column, wanted)
    const series = at.series.map((column) => row[column]).join(' · ')
    if (series === '') throw new BadTable(table.file, 'is empty', { row: i + 2, column: columns.series.join(',') })
    const day = format.read(row[at.date] ?? '')
    if (day === undefined)
      throw new BadTable(table.file, `"${row[at.date]}" is no date (YYYY-MM-DD) or whole number`, {
        row: i + 2,
        column: columns.date,
      })
    const value = read(at.value, columns.value)
    const planned = at.planned === undefined ? Number.NaN : read(at.planned, columns.planned as string)
    const key = `${day}|${series}`
    const before = found.get(key)
    if (before) {
      repeated++
      before.observation = { ...before.observation, value: total(before.observation.value, value) }
      before.planned = total(before.planned, planned)
      return
    }
    const own = facts.map((column) => numberIn(row[column] ?? '') as number)
    const text = words.map((column) => row[column]).join(' ')
    found.set(key, { observation: { series, day, value, facts: own, text }, planned })
  })
  const all = [...found.values()]
  const notes = [`${table.rows.length} rows, ${all.length} cells`]
  if (repeated > 0) notes.push(`${repeated} rows repeat a series and day: added up`)
  if (facts.length > 0) notes.push(`known ahead: ${facts.map((i) => table.columns[i]).join(', ')}`)
  if (words.length > 0) notes.push(`in words: ${words.map((i) => table.columns[i]).join(', ')}`)
  return {
    observations: all.map(({ observation }) => observation),
    planned: Float64Array.from(all, ({ planned }) => planned),
    format,
    factNames: facts.map((i) => table.columns[i] as string),
    notes,
  }
}

/** Two amounts together; one that is unknown counts as the other. */
const total = (a: number, b: number): number => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : a + b)

function amount({ file }: Table, row: readonly string[], i: number, at: number, column: string): number {
  const text = row[at] ?? ''
  const value = numberIn(text)
  if (value === undefined) throw new BadTable(file, `"${text}" is no number`, { row: i + 2, column })
  if (value < 0) throw new BadTable(file, `${text} is less than nothing`, { row: i + 2, column })
  return value
}

/** Columns of numbers throughout whose name says that they are decided ahead. */
const factColumns = ({ columns, rows }: Table, taken: ReadonlySet<number | undefined>): number[] =>
  columns.flatMap((name, i) =>
    !taken.has(i) && KNOWN_AHEAD.test(name) && rows.every((row) => numberIn(row[i] ?? '') !== undefined) ? [i] : [],
  )
