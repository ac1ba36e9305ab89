import type { DayFormat } from './days'
import { BadTable, numberIn, type Table } from './table'

/** The column of a file whose values are all days; the first one. @throws BadTable when there is none. */
export function dayColumn(table: Table, format: DayFormat): number {
  const found = dayColumnOf(table, format)
  if (found < 0) throw new BadTable(table.file, 'has no column of dates')
  return found
}

export const dayColumnOf = ({ columns, rows }: Table, format: DayFormat): number =>
  columns.findIndex((_, i) => rows.every((row) => format.read(row[i] ?? '') !== undefined))

/** Every other column of a calendar as a flag or number by day; words count as 1, nothing as 0. */
export function readCalendar(table: Table, format: DayFormat): { name: string; byDay: Map<number, number> }[] {
  const date = dayColumn(table, format)
  return table.columns.flatMap((name, i) => {
    if (i === date) return []
    const byDay = new Map<number, number>()
    for (const row of table.rows) {
      const text = row[i] ?? ''
      byDay.set(
        format.read(row[date] ?? '') as number,
        text === '' ? 0 : (numberIn(text) ?? (/^(no|false|n)$/i.test(text) ? 0 : 1)),
      )
    }
    return [{ name, byDay }]
  })
}

/** What is on the menu: for all series of a day, or for each series its own where a column names the series. */
export interface Menus {
  readonly byDay: ReadonlyMap<number, readonly string[]>
  readonly bySeries: ReadonlyMap<string, string>
}

const RANK = /^(rank|order|no|nr|course|position)$/i

/** Dishes by day from a file with a column of dates and columns of words; a column of series names tells whose they are. */
export function readMenus(table: Table, format: DayFormat, series: ReadonlySet<string>): Menus {
  const date = dayColumn(table, format)
  const whose = table.columns.findIndex(
    (_, i) =>
      i !== date &&
      table.rows.some((row) => series.has(row[i] ?? '')) &&
      table.rows.every((row) => series.has(row[i] ?? '') || row[i] === ''),
  )
  const words = table.columns.flatMap((name, i) =>
    i === date || i === whose || RANK.test(name) || table.rows.every((row) => numberIn(row[i] ?? '') !== undefined)
      ? []
      : [i],
  )
  const byDay = new Map<number, string[]>()
  const bySeries = new Map<string, string>()
  for (const row of table.rows) {
    const day = format.read(row[date] ?? '') as number
    const dishes = words.map((i) => row[i] ?? '').filter((dish) => dish !== '')
    const own = whose < 0 ? '' : (row[whose] ?? '')
    if (own !== '') bySeries.set(`${day}|${own}`, [bySeries.get(`${day}|${own}`) ?? '', ...dishes].join(' ').trim())
    else byDay.set(day, [...(byDay.get(day) ?? []), ...dishes])
  }
  return { byDay, bySeries }
}
