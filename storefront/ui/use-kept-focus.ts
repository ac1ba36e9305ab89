import { type RefObject, useEffect, useRef } from 'react'

/** When the row that has the focus is gone, the one that took its place gets it: who decides by keyboard goes on. */
export function useKeptFocus(scroller: RefObject<HTMLElement | null>, rows: readonly object[]): void {
  const index = useRef<number>(undefined)

  useEffect(() => {
    const box = scroller.current
    const note = (event: FocusEvent) => {
      const row = event.target instanceof HTMLElement ? event.target.closest('tr[data-index]') : null
      index.current = row instanceof HTMLElement ? Number(row.dataset['index']) : undefined
    }
    // somebody who points elsewhere has left the list
    const leave = () => {
      index.current = undefined
    }
    document.addEventListener('focusin', note)
    document.addEventListener('pointerdown', leave)
    const lost = document.activeElement === document.body
    if (box && lost && index.current !== undefined) {
      const all = [...box.querySelectorAll<HTMLElement>('tr[data-index]')]
      const next = all.find(({ dataset }) => Number(dataset['index']) === index.current) ?? all.at(-1)
      next?.focus()
    }
    return () => {
      document.removeEventListener('focusin', note)
      document.removeEventListener('pointerdown', leave)
    }
  }, [scroller, rows])
}
