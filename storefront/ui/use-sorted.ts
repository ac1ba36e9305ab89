import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  sortFn_alphanumeric,
  type Table,
  tableFeatures,
  type Updater,
  useTable,
} from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import type { Column } from './table'

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { plain: sortFn_alphanumeric },
})
type Features = typeof features

export type SortableTable<R extends object> = Table<Features, R>

/** By which column, and whether the largest comes first. */
export interface Sort {
  readonly key: string
  readonly descending: boolean
}

/** Rows in the order of a column; the order is kept here unless it is kept by whoever asks. */
export function useSorted<R extends object>({
  columns,
  rows,
  rowKey,
  sort,
  onSort,
}: {
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly rowKey: (row: R) => string
  readonly sort: Sort | undefined
  readonly onSort: ((sort: Sort | undefined) => void) | undefined
}): { readonly table: SortableTable<R>; readonly sorted: readonly R[] } {
  const [own, setOwn] = useState<Sort>()
  const chosen = onSort ? sort : own
  const sorting = useMemo(() => (chosen ? [{ id: chosen.key, desc: chosen.descending }] : []), [chosen])
  const defs = useMemo(() => columns.map((column): ColumnDef<Features, R> => defOf(column)), [columns])
  const data = useMemo(() => [...rows], [rows])
  const onSortingChange = (updater: Updater<SortingState>) => {
    const [first] = typeof updater === 'function' ? updater(sorting) : updater
    const next = first && { key: first.id, descending: first.desc }
    if (onSort) onSort(next)
    else setOwn(next)
  }
  const table = useTable({ features, columns: defs, data, getRowId: rowKey, state: { sorting }, onSortingChange })
  const model = table.getRowModel().rows
  const sorted = useMemo(() => model.map(({ original }) => original), [model])
  return { table, sorted }
}

const defOf = <R extends object>({ key, sort }: Column<R>): ColumnDef<Features, R> =>
  sort ? { id: key, accessorFn: sort, sortFn: 'plain' } : { id: key, accessorFn: () => null, enableSorting: false }
