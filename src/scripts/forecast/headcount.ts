import { dayColumnOf } from './covariates'
import type { DayFormat } from './days'
import { BadTable, numberIn, type Table } from './table'

/** Numbers of people a series may feed on a day, in the order of `names`; NaN where the file says nothing. */
export interface Headcount {
  readonly names: readonly string[]
  readonly of: (series: string, day: number) => number[]
}

const YEAR = /^(\d{4})(?:\s*[-/]\s*\d{2,4})?$/
const SCHOOL_YEAR_BEGINS = '09'
/** People on the books, and those of them who will not eat. */
const ALL = /employee|headcount|enrol|staff|people|인원|정원|person/i
const AWAY = /leave|vacation|trip|remote|home|absent|away|휴가|출장|재택/i

/**
 * Reads headcounts by day (every column of numbers is one), or by name and year: names match a series when they begin with
 * it, and several names of one series are added up. `2016-2017` counts from September, `2016` from January.
 */
export function readHeadcount(table: Table, format: DayFormat, series: readonly string[]): Headcount {
  return dayColumnOf(table, format) >= 0 ? byDay(table, format, new Set(series)) : byYear(table, format, series)
}

function byDay(table: Table, format: DayFormat, series: ReadonlySet<string>): Headcount {
  const date = dayColumnOf(table, format)
  const whose = table.columns.findIndex((_, i) => i !== date && table.rows.every((row) => series.has(row[i] ?? '')))
  const numbers = numberColumns(table, [date, whose])
  const all = numbers.find((i) => ALL.test(table.columns[i] ?? ''))
  const away = numbers.filter((i) => AWAY.test(table.columns[i] ?? ''))
  const found = new Map<string, number[]>()
  for (const row of table.rows) {
    const own = numbers.map((i) => numberIn(row[i] ?? '') as number)
    const at = (i: number) => own[numbers.indexOf(i)] as number
    if (all !== undefined) own.push(away.reduce((left, i) => left - at(i), at(all)))
    found.set(`${format.read(row[date] ?? '')}|${whose < 0 ? '' : row[whose]}`, own)
  }
  const names = [...numbers.map((i) => table.columns[i] as string), ...(all === undefined ? [] : ['present'])]
  const none = names.map(() => Number.NaN)
  return { names, of: (own, day) => found.get(`${day}|${whose < 0 ? '' : own}`) ?? none }
}

function byYear(table: Table, format: DayFormat, series: readonly string[]): Headcount {
  const year = table.columns.findIndex((_, i) => table.rows.every((row) => YEAR.test(row[i] ?? '')))
  const name = table.columns.findIndex((_, i) => table.rows.some((row) => matching(row[i] ?? '', series) !== undefined))
  const [count] = numberColumns(table, [year, name])
  if (name < 0 || count === undefined)
    throw new BadTable(table.file, 'needs a column of dates, or columns with the names of series, years and numbers')
  const sums = new Map<string, number>()
  for (const row of table.rows) {
    const own = matching(row[name] ?? '', series)
    if (own === undefined) continue
    const key = `${year < 0 ? '' : (YEAR.exec(row[year] ?? '')?.[1] ?? '')}|${own}`
    sums.set(key, (sums.get(key) ?? 0) + (numberIn(row[count] ?? '') as number))
  }
  const spans = year >= 0 && table.rows.some((row) => (row[year] ?? '').length > 4)
  const yearOf = (day: number) => {
    const date = format.write(day)
    const own = Number(date.slice(0, 4))
    return String(spans && date.slice(5, 7) < SCHOOL_YEAR_BEGINS ? own - 1 : own)
  }
  return { names: ['headcount'], of: (own, day) => [sums.get(`${year < 0 ? '' : yearOf(day)}|${own}`) ?? Number.NaN] }
}

const numberColumns = ({ columns, rows }: Table, but: readonly number[]): number[] =>
  columns.flatMap((_, i) => (!but.includes(i) && rows.every((row) => numberIn(row[i] ?? '') !== undefined) ? [i] : []))

/** The longest series name a name begins with. */
const matching = (name: string, series: readonly string[]): string | undefined =>
  series.reduce<string | undefined>(
    (best, each) => (name.startsWith(each) && each.length > (best?.length ?? 0) ? each : best),
    undefined,
  )
