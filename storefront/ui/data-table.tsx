import {
  type ColumnDef,
  createSortedRowModel,
  type Row,
  rowSelectionFeature,
  rowSortingFeature,
  sortFn_alphanumeric,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useMemo, useRef } from 'react'
import { useTranslation } from '../i18n/use-translation'
import { alignOf, CELL, type Column, HEAD_CELL } from './table'
import { useRowWindow } from './use-row-window'

const features = tableFeatures({
  rowSortingFeature,
  rowSelectionFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { plain: sortFn_alphanumeric },
})
type Features = typeof features

/** More rows than this are drawn only where they are seen. */
const DRAW_ALL = 60

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
  readonly empty?: ReactNode
  /** Height of the scrolled part. */
  readonly height?: string
}

/** A long list to sort, select and open; J and K move between rows, X selects, Enter opens. */
export function DataTable<R extends object>({
  caption,
  columns,
  rows,
  rowKey,
  selected,
  onSelect,
  onOpen,
  empty,
  height = '70dvh',
}: DataTableProps<R>) {
  const { t } = useTranslation('ui')
  const scroller = useRef<HTMLElement>(null)
  const defs = useMemo(() => columns.map((column): ColumnDef<Features, R> => defOf(column)), [columns])
  const data = useMemo(() => [...rows], [rows])
  const table = useTable({ features, columns: defs, data, getRowId: rowKey })
  const model = table.getRowModel().rows
  const sight = useRowWindow(scroller, model.length)
  if (rows.length === 0 && empty) return <>{empty}</>

  const { from, to, above, below } = model.length > DRAW_ALL ? sight : { from: 0, to: model.length, above: 0, below: 0 }
  const shown = model.slice(from, to)
  const select = (key: string) => {
    const next = new Set(selected)
    if (!next.delete(key)) next.add(key)
    onSelect?.(next)
  }
  const all = selected !== undefined && rows.length > 0 && rows.every((row) => selected.has(rowKey(row)))
  const onKey = (event: KeyboardEvent<HTMLTableRowElement>, row: Row<Features, R>) => {
    // keys pressed in a control of the row are that control's
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter') {
      // else the same press goes on to whatever gets the focus, such as the cross that closes what was opened
      event.preventDefault()
      onOpen?.(row.original)
    }
    if (event.key === 'x' && selected) select(row.id)
    if (event.key === 'j') focusOn(event.currentTarget.nextElementSibling)
    if (event.key === 'k') focusOn(event.currentTarget.previousElementSibling)
  }

  return (
    <section
      ref={scroller}
      aria-label={caption}
      tabIndex={0}
      className="overflow-auto rounded-card border border-line bg-surface"
      style={{ maxHeight: height }}
    >
      <table className="w-full border-collapse" aria-rowcount={model.length + 1}>
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 z-10 bg-canvas">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {selected && (
                <th scope="col" className={`${HEAD_CELL} w-10`}>
                  <input
                    type="checkbox"
                    aria-label={t('table.selectAll')}
                    className="block size-6 accent-brand-600"
                    checked={all}
                    onChange={() => onSelect?.(all ? new Set() : new Set(rows.map(rowKey)))}
                  />
                </th>
              )}
              {group.headers.map((header, i) => {
                const column = columns[i]
                const sorted = header.column.getIsSorted()
                const Arrow = sorted === 'asc' ? ArrowUp : sorted === 'desc' ? ArrowDown : ArrowUpDown
                return (
                  <th
                    key={header.id}
                    scope="col"
                    aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}
                    className={`${HEAD_CELL} ${alignOf(column?.align)}`}
                  >
                    {column?.sort ? (
                      <button
                        type="button"
                        className="inline-flex min-h-8 items-center gap-1 hover:text-ink"
                        onClick={header.column.getToggleSortingHandler()}
                      >
                        {column.header}
                        <Arrow size={14} aria-hidden className={sorted ? '' : 'opacity-50'} />
                      </button>
                    ) : (
                      column?.header
                    )}
                  </th>
                )
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {shown.map((row, i) => (
            <tr
              key={row.id}
              aria-rowindex={from + i + 2}
              tabIndex={onOpen || selected ? 0 : undefined}
              aria-selected={selected ? selected.has(row.id) : undefined}
              onKeyDown={(event) => onKey(event, row)}
              onClick={onOpen && (() => onOpen(row.original))}
              className={`border-t border-line -outline-offset-3 ${onOpen ? 'cursor-pointer hover:bg-canvas' : ''} aria-selected:bg-brand-50`}
            >
              {selected && (
                <td className={`${CELL} w-10`} onClick={(event) => event.stopPropagation()}>
                  <input
                    type="checkbox"
                    aria-label={t('table.select', { row: row.id })}
                    className="block size-6 accent-brand-600"
                    checked={selected.has(row.id)}
                    onChange={() => select(row.id)}
                  />
                </td>
              )}
              {columns.map(({ key, cell, align }) => (
                <td key={key} className={`${CELL} ${alignOf(align)}`}>
                  {cell(row.original)}
                </td>
              ))}
            </tr>
          ))}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </tbody>
      </table>
    </section>
  )
}

const defOf = <R extends object>({ key, sort }: Column<R>): ColumnDef<Features, R> =>
  sort ? { id: key, accessorFn: sort, sortFn: 'plain' } : { id: key, accessorFn: () => null, enableSorting: false }

function focusOn(row: Element | null): void {
  if (row instanceof HTMLElement) row.focus()
}
