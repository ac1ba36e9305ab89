import type { KeyboardEvent } from 'react'
import { useTranslation } from '../i18n/use-translation'
import { CELL, type Column, looksOf } from './table'

/** One row of a long list; reachable by keyboard when it can be opened or selected. */
export function TableRow<R extends object>({
  row,
  name,
  index,
  columns,
  reachable,
  selected,
  onSelect,
  onOpen,
  onKey,
  measure,
}: {
  readonly row: R
  /** The row's key, by which its box is called. */
  readonly name: string
  readonly index: number
  readonly columns: readonly Column<R>[]
  readonly reachable: boolean
  readonly selected?: boolean
  readonly onSelect?: (name: string) => void
  readonly onOpen?: (row: R) => void
  readonly onKey: (event: KeyboardEvent<HTMLTableRowElement>, row: R) => void
  readonly measure?: (row: Element | null) => void
}) {
  const { t } = useTranslation('ui')
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      tabIndex={reachable ? 0 : undefined}
      aria-selected={selected}
      onKeyDown={(event) => onKey(event, row)}
      onClick={onOpen && (() => onOpen(row))}
      className={`border-t border-line -outline-offset-3 ${onOpen ? 'cursor-pointer hover:bg-canvas' : ''} aria-selected:bg-brand-50`}
    >
      {onSelect && (
        <td className={`${CELL} w-10`} onClick={(event) => event.stopPropagation()}>
          <input
            type="checkbox"
            aria-label={t('table.select', { row: name })}
            className="block size-6 accent-brand-600"
            checked={selected}
            onChange={() => onSelect(name)}
          />
        </td>
      )}
      {columns.map((column) => (
        <td key={column.key} className={`${CELL} ${looksOf(column)}`}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}
