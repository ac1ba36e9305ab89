import { useMemo } from 'react'
import { setSearch } from '../../address/use-address'
import type { Sort } from '../../ui/use-sorted'
import { useFilter } from './filters'

/** The order of a list as the address has it: `?sort=total`, or `?sort=-total` with the largest first. */
export function useSort(): { readonly sort: Sort | undefined; readonly onSort: (sort: Sort | undefined) => void } {
  const said = useFilter('sort')
  const sort = useMemo(
    () => (said ? { key: said.replace(/^-/, ''), descending: said.startsWith('-') } : undefined),
    [said],
  )
  return {
    sort,
    onSort: (next) => setSearch({ sort: next ? `${next.descending ? '-' : ''}${next.key}` : null }),
  }
}
