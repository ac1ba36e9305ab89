import { lazy, type ReactNode, Suspense, useRef } from 'react'
import type { Column } from './table'
import { TableFoot } from './table-foot'
import { TableHead } from './table-head'
import { TableRow } from './table-row'
import { useHydrated } from './use-hydrated'
import { useKeptFocus } from './use-kept-focus'
import { type RowKeys, useRowKeys } from './use-row-keys'
import { type Sort, useSorted } from './use-sorted'

const SeenRows = lazy(() => import('./seen-rows'))

/** Up to this many rows all are drawn, so that the browser's own search finds them; of more, those in sight. */
const DRAW_ALL = 60
/** So many stand there while what draws the others is loaded. */
const FIRST_ROWS = 40

export interface DataTableProps<R extends object> {
  readonly caption: string
  /** Keep them outside the component or memoised: new columns throw away what the table has computed. */
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly rowKey: (row: R) => string
  /** Keys of the selected rows; gives every row a checkbox. */
  readonly selected?: ReadonlySet<string>
  readonly onSelect?: (selected: ReadonlySet<string>) => void
  /** A row opened by a click or Enter. */
  readonly onOpen?: (row: R) => void
  /** What keys do to the row they are pressed on, beside those of every table: `{ a: approve }`. */
  readonly keys?: RowKeys<R>
  /** Where the order of the rows is kept when not in the table itself: in the address, so that it can be shared. */
  readonly sort?: Sort | undefined
  readonly onSort?: (sort: Sort | undefined) => void
  /** Offers what is on screen as a file of this name. */
  readonly exportAs?: string
  readonly empty?: ReactNode
  /** Height of the scrolled part. */
  readonly height?: string
}

/** A long list to sort, select, open and take along; J and K move between rows, X selects, Enter opens. */
export function DataTable<R extends object>({
  caption,
  columns,
  rows,
  rowKey,
  selected,
  onSelect,
  onOpen,
  keys,
  sort,
  onSort,
  exportAs,
  empty,
  height = '70dvh',
}: DataTableProps<R>) {
  const scroller = useRef<HTMLElement>(null)
  // a server does not wait for what draws the others
  const hydrated = useHydrated()
  const { table, sorted } = useSorted({ columns, rows, rowKey, sort, onSort })
  const select = (key: string) => {
    const next = new Set(selected)
    if (!next.delete(key)) next.add(key)
    onSelect?.(next)
  }
  const onKey = useRowKeys(scroller, { keys, onOpen, onSelect: selected && select, rowKey })
  useKeptFocus(scroller, rows)
  if (rows.length === 0 && empty) return <>{empty}</>
  const draw = (row: R, index: number, measure?: (element: Element | null) => void) => (
    <TableRow
      key={rowKey(row)}
      row={row}
      name={rowKey(row)}
      index={index}
      columns={columns}
      reachable={onOpen !== undefined || selected !== undefined}
      onKey={onKey}
      {...(measure ? { measure } : {})}
      {...(onOpen ? { onOpen } : {})}
      {...(selected ? { selected: selected.has(rowKey(row)), onSelect: select } : {})}
    />
  )
  const all = (some: readonly R[]) => some.map((row, i) => draw(row, i))
  return (
    <>
      <section
        ref={scroller}
        aria-label={caption}
        tabIndex={0}
        className="overflow-auto rounded-card border border-line bg-surface"
        style={{ maxHeight: height }}
      >
        <table className="w-full border-collapse" aria-rowcount={sorted.length + 1}>
          <caption className="sr-only">{caption}</caption>
          <TableHead
            table={table}
            columns={columns}
            {...(selected && {
              all: rows.length > 0 && rows.every((row) => selected.has(rowKey(row))),
              onAll: (all: boolean) => onSelect?.(all ? new Set(rows.map(rowKey)) : new Set()),
            })}
          />
          <tbody>
            {sorted.length <= DRAW_ALL || !hydrated ? (
              all(sorted.slice(0, DRAW_ALL))
            ) : (
              <Suspense fallback={all(sorted.slice(0, FIRST_ROWS))}>
                <SeenRows
                  scroller={scroller}
                  rows={sorted}
                  draw={(row, index, measure) => draw(row as R, index, measure)}
                />
              </Suspense>
            )}
          </tbody>
        </table>
      </section>
      {exportAs && <TableFoot name={exportAs} columns={columns} rows={sorted} />}
    </>
  )
}
