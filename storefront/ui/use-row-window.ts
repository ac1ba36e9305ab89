import { useVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

/** Rows drawn beyond what is in sight, so that a quick scroll does not show gaps. */
const SPARE = 12
const FIRST_GUESS_PX = 41
/** Up to this many rows all are drawn, so that the browser's own search finds them. */
const DRAW_ALL = 60

export interface RowWindow {
  /** The first row to draw, and the one after the last. */
  readonly from: number
  readonly to: number
  /** Heights that stand for the rows not drawn, in pixels. */
  readonly above: number
  readonly below: number
  /** The `ref` of a drawn row: rows may be of different heights. */
  readonly measure: (row: Element | null) => void
}

/** Which of `count` rows are in sight of a box that scrolls. */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number): RowWindow {
  const rows = useVirtualizer({
    count,
    enabled: count > DRAW_ALL,
    getScrollElement: () => scroller.current,
    estimateSize: () => FIRST_GUESS_PX,
    overscan: SPARE,
  })
  if (count <= DRAW_ALL) return { from: 0, to: count, above: 0, below: 0, measure: rows.measureElement }
  const drawn = rows.getVirtualItems()
  const [first, last] = [drawn[0], drawn.at(-1)]
  if (!first || !last)
    return { from: 0, to: Math.min(count, DRAW_ALL), above: 0, below: 0, measure: rows.measureElement }
  return {
    from: first.index,
    to: last.index + 1,
    above: first.start,
    below: rows.getTotalSize() - last.end,
    measure: rows.measureElement,
  }
}
