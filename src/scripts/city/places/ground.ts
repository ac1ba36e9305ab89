/** A position in degrees (WGS 84). */
export interface Point {
  readonly lat: number
  readonly lon: number
}

/** Metres east and north of a city's south-west corner, before the streets are bent. */
export interface Spot {
  readonly x: number
  readonly y: number
}

/** What the ground of a city needs: its corner, its blocks, and the row the river flows below. */
export interface Ground extends Point {
  readonly columns: number
  readonly rows: number
  /** The river lies between this row and the one south of it. */
  readonly riverRow: number
}

export const BLOCK = { width: 480, height: 440 }
export const RIVER_WIDTH = 200
const METRES_PER_DEGREE = 111_320
/** How far streets leave the straight grid, in metres, and over what distance: enough to look grown, too little to cross. */
const BEND = { x: 70, y: 55, overX: 1150, overY: 930 }

/** The south edge of a row of blocks, in metres north. Rows from the river on start behind it. */
export const rowEdge = (ground: Ground, row: number): number =>
  row * BLOCK.height + (row >= ground.riverRow ? RIVER_WIDTH : 0)

/** A spot inside a block: `east` and `north` run from 0 to 1. */
export const inBlock = (ground: Ground, column: number, row: number, east: number, north: number): Spot => ({
  x: (column + east) * BLOCK.width,
  y: rowEdge(ground, row) + north * BLOCK.height,
})

/** Bends a spot with the streets and turns metres into degrees, rounded to about a metre. */
export function toPoint(ground: Ground, { x, y }: Spot): Point {
  const east = x + BEND.x * Math.sin(y / BEND.overY)
  const north = y + BEND.y * Math.sin(x / BEND.overX)
  const lat = ground.lat + north / METRES_PER_DEGREE
  const lon = ground.lon + east / (METRES_PER_DEGREE * Math.cos((ground.lat * Math.PI) / 180))
  return { lat: round5(lat), lon: round5(lon) }
}

const round5 = (degrees: number): number => Math.round(degrees * 1e5) / 1e5
