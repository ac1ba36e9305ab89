import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation'
import { type Column, HEAD_CELL, looksOf } from './table'
import type { SortableTable } from './use-sorted'

/** The names of the columns; those that can be sorted are buttons. With `onAll` a box selects every row. */
export function TableHead<R extends object>({
  table,
  columns,
  all = false,
  onAll,
}: {
  readonly table: SortableTable<R>
  readonly columns: readonly Column<R>[]
  readonly all?: boolean
  readonly onAll?: (all: boolean) => void
}) {
  const { t } = useTranslation('ui')
  return (
    <thead className="sticky top-0 z-10 bg-canvas">
      <tr>
        {onAll && (
          <th scope="col" className={`${HEAD_CELL} w-10`}>
            <input
              type="checkbox"
              aria-label={t('table.selectAll')}
              className="block size-6 accent-brand-600"
              checked={all}
              onChange={() => onAll(!all)}
            />
          </th>
        )}
        {columns.map((column) => {
          const sortable = table.getColumn(column.key)
          const sorted = sortable?.getIsSorted()
          const Arrow = sorted === 'asc' ? ArrowUp : sorted === 'desc' ? ArrowDown : ArrowUpDown
          return (
            <th
              key={column.key}
              scope="col"
              aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}
              className={`${HEAD_CELL} ${looksOf(column)}`}
            >
              {column.sort ? (
                <button
                  type="button"
                  className="inline-flex min-h-8 items-center gap-1 hover:text-ink"
                  onClick={sortable?.getToggleSortingHandler()}
                >
                  {column.header}
                  <Arrow size={14} aria-hidden className={sorted ? '' : 'opacity-50'} />
                </button>
              ) : (
                column.header
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
