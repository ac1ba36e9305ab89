export type Cell = string | number | null

/** What an export needs of a table's column. */
export interface ExportedColumn<R> {
  readonly header: string
  readonly sort?: (row: R) => string | number
  readonly value?: (row: R) => Cell
}

/** What a table shows as rows of plain values, its headers first. Columns without a value of their own are left out. */
export function sheetOf<R>(columns: readonly ExportedColumn<R>[], rows: readonly R[]): Cell[][] {
  const valued = columns.flatMap(({ header, value, sort }) => {
    const read = value ?? sort
    return read ? [{ header, read }] : []
  })
  return [valued.map(({ header }) => header), ...rows.map((row) => valued.map(({ read }) => read(row)))]
}
