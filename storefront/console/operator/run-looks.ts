/** How a run is drawn: colour and dash together, so that neither says it alone. All colours stand 4.5:1 on the map's ground. */
export interface RunLook {
  readonly colour: string
  /** Dash and gap in line widths; none for a whole line. */
  readonly dash: readonly number[]
}

const COLOURS = ['#1d4ed8', '#b42318', '#6d28d9', '#7a4b00', '#16201c']
const DASHES: readonly (readonly number[])[] = [[], [2.5, 1.5], [0.8, 1.2]]

/** Fifteen runs look different from each other; then looks come again. */
export const lookOf = (index: number): RunLook => ({
  colour: COLOURS[index % COLOURS.length] ?? '',
  dash: DASHES[index % DASHES.length] ?? [],
})

export const LOOKS: readonly RunLook[] = Array.from({ length: COLOURS.length * DASHES.length }, (_, i) => lookOf(i))
