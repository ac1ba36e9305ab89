import { type KeyboardEvent, type RefObject, useEffect } from 'react'

export type RowKeys<R> = Readonly<Record<string, (row: R) => void>>

interface Acts<R> {
  readonly keys: RowKeys<R> | undefined
  readonly onOpen: ((row: R) => void) | undefined
  readonly onSelect: ((key: string) => void) | undefined
  readonly rowKey: (row: R) => string
}

/** J, K, X and Enter on a row, and the table's own keys; J with the focus nowhere goes to the first row. */
export function useRowKeys<R>(
  scroller: RefObject<HTMLElement | null>,
  { keys, onOpen, onSelect, rowKey }: Acts<R>,
): (event: KeyboardEvent<HTMLTableRowElement>, row: R) => void {
  useEffect(() => {
    if (!keys) return
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'j' || event.target !== document.body) return
      focusOn(scroller.current?.querySelector('tbody tr[tabindex]') ?? null)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [keys, scroller])

  return (event, row) => {
    // keys pressed in a control of the row are that control's, those with a modifier the browser's
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const { key, currentTarget } = event
    if (key === 'Enter' && onOpen) {
      // else the same press goes on to whatever gets the focus, such as the cross that closes what was opened
      event.preventDefault()
      onOpen(row)
    }
    if (key === 'x') onSelect?.(rowKey(row))
    if (key === 'j') focusOn(currentTarget.nextElementSibling)
    if (key === 'k') focusOn(currentTarget.previousElementSibling)
    keys?.[key]?.(row)
  }
}

function focusOn(row: Element | null): void {
  if (row instanceof HTMLElement) row.focus()
}
