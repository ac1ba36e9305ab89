import { type RefObject, useEffect, useState } from 'react'

/** Rows drawn beyond what is in sight, so that a quick scroll does not show gaps. */
const SPARE = 12
const FIRST_GUESS_PX = 40

export interface RowWindow {
  /** The first row to draw, and the one after the last. */
  readonly from: number
  readonly to: number
  /** Heights that stand for the rows not drawn, in pixels. */
  readonly above: number
  readonly below: number
}

/** Which of `count` rows of one height are in sight of a box that scrolls; measures the first row it finds. */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [seen, setSeen] = useState({ top: 0, height: 640, rowPx: FIRST_GUESS_PX })

  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const look = () => {
      const rowPx = box.querySelector('tbody tr:not([aria-hidden])')?.getBoundingClientRect().height || FIRST_GUESS_PX
      // whole rows only: a scroll of a few pixels draws nothing new
      const top = Math.floor(box.scrollTop / rowPx)
      const height = box.clientHeight
      setSeen((was) => (was.top === top && was.height === height && was.rowPx === rowPx ? was : { top, height, rowPx }))
    }
    look()
    box.addEventListener('scroll', look, { passive: true })
    const sizes = new ResizeObserver(look)
    sizes.observe(box)
    return () => {
      box.removeEventListener('scroll', look)
      sizes.disconnect()
    }
  }, [scroller, count])

  const { top, height, rowPx } = seen
  const from = Math.max(0, Math.min(top, count) - SPARE)
  const to = Math.min(count, top + Math.ceil(height / rowPx) + SPARE)
  return { from, to, above: from * rowPx, below: (count - to) * rowPx }
}
