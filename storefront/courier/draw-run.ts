interface Spot {
  readonly lat: number
  readonly lon: number
}

interface Dot {
  readonly x: number
  readonly y: number
}

/** Stops that lie too close together to be drawn apart: one mark for all of them. */
export interface Mark extends Dot {
  readonly sequences: readonly number[]
}

export interface Drawing {
  readonly line: readonly Dot[]
  readonly kitchen: Dot
  readonly marks: readonly Mark[]
}

export interface Frame {
  readonly width: number
  readonly height: number
  /** Kept free on every side. */
  readonly margin: number
  /** Marks nearer to each other than this become one. */
  readonly apart: number
}

/** Draws a run into a frame, north up, to one scale. Undefined when there is nothing to draw. */
export function draw(
  path: readonly Spot[],
  stops: readonly (Spot & { readonly sequence: number | null })[],
  frame: Frame,
): Drawing | undefined {
  const [kitchen] = path
  if (!kitchen) return undefined
  const toDot = projection([...path, ...stops], frame)
  const marks: { x: number; y: number; sequences: number[] }[] = []
  for (const stop of stops) {
    const dot = toDot(stop)
    const near = marks.find((mark) => Math.hypot(mark.x - dot.x, mark.y - dot.y) < frame.apart)
    const sequence = stop.sequence ?? 0
    if (near) near.sequences.push(sequence)
    else marks.push({ ...dot, sequences: [sequence] })
  }
  return { line: path.map(toDot), kitchen: toDot(kitchen), marks }
}

/** Within one town the earth is flat; only degrees of longitude are shorter than those of latitude. */
function projection(spots: readonly Spot[], { width, height, margin }: Frame): (spot: Spot) => Dot {
  const lats = spots.map(({ lat }) => lat)
  const lons = spots.map(({ lon }) => lon)
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  const [west, east] = [Math.min(...lons), Math.max(...lons)]
  const shorter = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const wide = (east - west) * shorter
  const scale = Math.min((width - 2 * margin) / wide, (height - 2 * margin) / (north - south))
  const used = Number.isFinite(scale) ? scale : 0
  return ({ lat, lon }) => ({
    x: width / 2 + (lon - (west + east) / 2) * shorter * used,
    y: height / 2 - (lat - (south + north) / 2) * used,
  })
}

/** `1–3, 5`: runs of numbers drawn together. */
export function rangesOf(numbers: readonly number[]): string {
  const ranges: { from: number; to: number }[] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && number === last.to + 1) last.to = number
    else ranges.push({ from: number, to: number })
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}
