import type { Column } from '../table'

export type Cell = string | number | null

/** What a table shows as rows of plain values, its headers first. Columns without a value of their own are left out. */
export function sheetOf<R>(columns: readonly Column<R>[], rows: readonly R[]): Cell[][] {
  const valued = columns.flatMap(({ header, value, sort }) => {
    const read = value ?? sort
    return read ? [{ header, read }] : []
  })
  return [valued.map(({ header }) => header), ...rows.map((row) => valued.map(({ read }) => read(row)))]
}
