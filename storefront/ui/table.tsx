import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly key: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand at the end, so that their digits line up. */
  readonly align?: 'start' | 'end'
  /** What to sort by; without it the column cannot be sorted. */
  readonly sort?: (row: Row) => string | number
  /** What an export writes; what it sorts by when left out, and nothing where there is neither. */
  readonly value?: (row: Row) => string | number | null
  /** Left out on a phone: what matters there is in the other columns or behind the row. */
  readonly wide?: true
}

export const HEAD_CELL = 'h-[var(--spacing-row)] px-3 text-left text-secondary font-medium text-ink-2 whitespace-nowrap'
export const CELL = 'h-[var(--spacing-row)] px-3 py-1'
export const alignOf = (align: 'start' | 'end' | undefined) => (align === 'end' ? 'text-right figures' : '')
/** How the cells of a column stand, in every row. */
export const looksOf = ({ align, wide }: Pick<Column<never>, 'align' | 'wide'>): string =>
  wide ? `${alignOf(align)} max-md:hidden` : alignOf(align)

/** A short list to compare, without controls of its own. Long lists: `DataTable`. */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  empty,
}: {
  /** What the rows are, for screen readers. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly empty?: ReactNode
}) {
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    // a region that scrolls sideways must be reachable by keyboard
    <section
      aria-label={caption}
      tabIndex={0}
      className="relative overflow-x-auto rounded-card border border-line bg-surface"
    >
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-line bg-canvas">
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={`${HEAD_CELL} ${looksOf(column)}`}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line last:border-0">
              {columns.map((column) => (
                <td key={column.key} className={`${CELL} ${looksOf(column)}`}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
