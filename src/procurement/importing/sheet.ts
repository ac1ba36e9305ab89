/** One cell that cannot be taken over. Row 1 is the heading. */
export interface CellError {
  readonly row: number
  readonly column: string
  readonly code: string
  readonly value: string
}

/** What a cell becomes, or why it cannot. */
export type Read<T> = { readonly value: T } | { readonly error: string }

/** Columns by their heading, in the order of a template. */
export type Columns<T> = {
  readonly [K in keyof T]: {
    readonly title: string
    readonly read: (text: string) => Read<T[K]>
    /** For a column that a sheet may leave out: what stands is kept then, and what is new begins with this. */
    readonly absent?: T[K]
  }
}

/** A row that could be read, and where it stood. */
export interface SheetRow<T> {
  readonly row: number
  readonly value: T
}

/**
 * Reads a grid of texts whose first line names the columns, in any order; columns nobody knows are left out. Every cell
 * that is wrong is named; `keyOf` finds rows that say the same thing twice, and in `standing` what the sheet does not say.
 */
export function readSheet<T extends object>(
  grid: readonly (readonly string[])[],
  columns: Columns<T>,
  keyOf: (value: T) => string,
  standing: ReadonlyMap<string, T>,
): { rows: SheetRow<T>[]; errors: CellError[] } {
  const heading = (grid[0] ?? []).map((title) => title.trim().toLowerCase())
  const names = Object.keys(columns) as (keyof T)[]
  const [given, left] = [true, false].map((there) =>
    names.filter((name) => heading.includes(columns[name].title) === there),
  ) as [(keyof T)[], (keyof T)[]]
  const missing = left.filter((name) => columns[name].absent === undefined)
  if (missing.length > 0)
    return {
      rows: [],
      errors: missing.map((name) => ({ row: 1, column: columns[name].title, code: 'missing_column', value: '' })),
    }
  const rows: SheetRow<T>[] = []
  const errors: CellError[] = []
  const seen = new Set<string>()
  for (const [i, cells] of grid.entries()) {
    if (i === 0 || cells.every((cell) => cell.trim() === '')) continue
    const row = i + 1
    const value: Partial<T> = {}
    let whole = true
    for (const name of given) {
      const { title, read } = columns[name]
      const text = (cells[heading.indexOf(title)] ?? '').trim()
      const cell = read(text)
      if ('error' in cell) {
        errors.push({ row, column: title, code: cell.error, value: text.slice(0, 80) })
        whole = false
      } else value[name] = cell.value
    }
    if (!whole) continue
    const key = keyOf(value as T)
    const before = standing.get(key)
    for (const name of left) value[name] = before ? before[name] : columns[name].absent
    if (seen.has(key)) errors.push({ row, column: columns[names[0] as keyof T].title, code: 'twice', value: key })
    seen.add(key)
    rows.push({ row, value: value as T })
  }
  return { rows, errors }
}
