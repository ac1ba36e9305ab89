import { useEffect, useRef } from 'react'

/** Acts on a key pressed while a row of a table has the focus: `{ a: approve }`. The row's text tells which it is. */
export function useRowKeys(acts: Readonly<Record<string, (rowText: string) => void>>): void {
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const row = event.target
      if (!(row instanceof HTMLTableRowElement) || event.ctrlKey || event.metaKey || event.altKey) return
      latest.current[event.key]?.(row.textContent ?? '')
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
