import { useVirtualizer } from '@tanstack/react-virtual'
import type { ReactNode, RefObject } from 'react'

/** Rows drawn beyond what is in sight, so that a quick scroll does not show gaps. */
const SPARE = 12
const FIRST_GUESS_PX = 41

/** Of many rows those in sight of the box that scrolls, with the height of the others left empty above and below. */
export default function SeenRows<R>({
  scroller,
  rows,
  draw,
}: {
  readonly scroller: RefObject<HTMLElement | null>
  readonly rows: readonly R[]
  /** Draws one row; `measure` is its `ref`, as rows may be of different heights. */
  readonly draw: (row: R, index: number, measure: (element: Element | null) => void) => ReactNode
}) {
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is handed to what remembers
  const seen = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => FIRST_GUESS_PX,
    overscan: SPARE,
  })
  const items = seen.getVirtualItems()
  const above = items[0]?.start ?? 0
  const below = seen.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <>
      {above > 0 && <tr aria-hidden style={{ height: above }} />}
      {items.map(({ index }) => {
        const row = rows[index]
        return row !== undefined && draw(row, index, seen.measureElement)
      })}
      {below > 0 && <tr aria-hidden style={{ height: below }} />}
    </>
  )
}
