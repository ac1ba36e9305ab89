import type { CityMap, Density, Run } from '../../api/operator'
import { bandOf } from './bands'
import { LOOKS } from './run-looks'

export type Feature = CityMap['features'][number]
type Position = [number, number]

interface Line {
  readonly type: 'Feature'
  readonly properties: { readonly look: number }
  readonly geometry: { readonly type: 'LineString'; readonly coordinates: Position[] }
}

export interface Lines {
  readonly type: 'FeatureCollection'
  readonly features: Line[]
}

/** The base map with every community in the colour of its density, and the chosen one marked. */
export const coloured = (
  map: CityMap,
  density: readonly Pick<Density, 'communityId' | 'per100Households'>[],
  chosen: string | undefined,
) => ({
  type: 'FeatureCollection' as const,
  features: map.features.map(({ id, properties, ...feature }) => {
    const { kind, detail = '' } = properties
    const own = density.find(({ communityId }) => communityId === id)
    const colour = kind === 'community' ? bandOf(own?.per100Households ?? 0).colour : ''
    return { ...feature, properties: { kind, detail, colour, chosen: id === chosen } }
  }),
})

/** The runs' tours, each with the number of its look. */
export const tours = (runs: readonly Run[]): Lines => ({
  type: 'FeatureCollection',
  features: runs.map(({ path }, i) => ({
    type: 'Feature',
    properties: { look: i % LOOKS.length },
    geometry: { type: 'LineString', coordinates: path.map(({ lon, lat }): Position => [lon, lat]) },
  })),
})

/** The south-west and north-east corners around some features; undefined around nothing. */
export function boundsOf(features: readonly Feature[]): [Position, Position] | undefined {
  const positions = features.flatMap(({ geometry }) => positionsOf(geometry))
  if (positions.length === 0) return undefined
  const lons = positions.map(([lon]) => lon)
  const lats = positions.map(([, lat]) => lat)
  return [
    [Math.min(...lons), Math.min(...lats)],
    [Math.max(...lons), Math.max(...lats)],
  ]
}

const positionsOf = (geometry: Feature['geometry']): Position[] =>
  geometry.type === 'Point'
    ? [geometry.coordinates]
    : geometry.type === 'LineString'
      ? geometry.coordinates
      : geometry.coordinates.flat()

/** Where a community's name stands: below the middle of its outline. */
export function southOf(feature: Feature): Position {
  const bounds = boundsOf([feature])
  return bounds ? [(bounds[0][0] + bounds[1][0]) / 2, bounds[0][1]] : [0, 0]
}
