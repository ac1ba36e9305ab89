import type { CandidateRow, CellRow, GapRow } from '../../../api/density'
import { bandOf } from '../bands'

type Position = [number, number]

interface Shape {
  readonly type: 'Feature'
  readonly properties: { readonly colour: string; readonly opacity: number; readonly chosen: boolean }
  readonly geometry: { readonly type: 'Polygon'; readonly coordinates: Position[][] }
}

/** What lies over the streets: filled shapes, and names or numbers at spots. */
export interface Overlay {
  readonly shapes: { readonly type: 'FeatureCollection'; readonly features: readonly Shape[] }
  readonly marks: readonly { readonly id: string; readonly text: string; readonly lat: number; readonly lon: number }[]
}

const collection = (features: readonly Shape[]): Overlay['shapes'] => ({ type: 'FeatureCollection', features })

export const NO_OVERLAY: Overlay = { shapes: collection([]), marks: [] }

/** Hexagons in the colours of their penetration. */
export const cellOverlay = (cells: readonly CellRow[], chosen: string | undefined): Overlay => ({
  shapes: collection(
    cells.map(({ cell, ring, penetration }) => ({
      type: 'Feature',
      properties: { colour: bandOf(penetration).colour, opacity: OPAQUE, chosen: cell === chosen },
      geometry: { type: 'Polygon', coordinates: [ring] },
    })),
  ),
  marks: [],
})

/** Colours with a legend must look like it; discs let the streets through. */
const OPAQUE = 0.85
const SHEER = 0.45

const GAP = '#f2b8a8'
const REACH = '#8fc7f5'

/** Each community without a kitchen, as a disc of the distance that one should be within. */
export const gapOverlay = (gaps: readonly GapRow[], metres: number, chosen: string | undefined): Overlay => ({
  shapes: collection(
    gaps.map(({ communityId, ...spot }) => disc(spot, Math.min(metres, 250), GAP, communityId === chosen)),
  ),
  marks: [],
})

/** Each proposed place with its number and what it would reach. */
export const candidateOverlay = (
  places: readonly CandidateRow[],
  metres: number,
  chosen: string | undefined,
): Overlay => ({
  shapes: collection(places.map(({ placeId, ...spot }) => disc(spot, metres, REACH, placeId === chosen))),
  marks: places.map(({ placeId, lat, lon }, i) => ({ id: placeId, text: String(i + 1), lat, lon })),
})

const METRES_A_DEGREE = 111_195
const CORNERS = 48

/** A disc on the ground, as round as a map of a city shows it. */
function disc({ lat, lon }: { lat: number; lon: number }, metres: number, colour: string, chosen: boolean): Shape {
  const high = metres / METRES_A_DEGREE
  const wide = high / Math.cos((lat * Math.PI) / 180)
  const ring = Array.from({ length: CORNERS + 1 }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / CORNERS
    return [lon + wide * Math.cos(angle), lat + high * Math.sin(angle)]
  })
  return {
    type: 'Feature',
    properties: { colour, opacity: SHEER, chosen },
    geometry: { type: 'Polygon', coordinates: [ring] },
  }
}
