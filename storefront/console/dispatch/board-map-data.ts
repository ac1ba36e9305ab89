import type { Spot, Stop } from '../../api/dispatch'
import { LOOKS } from '../operator/run-looks'
import type { Lines } from '../operator/map-data'
import { latenessOf, placeOf, type RunOnBoard } from './board'

type Position = [number, number]

/** The ways of some runs, each in the look its number has everywhere on the board. */
export const waysOf = (runs: readonly RunOnBoard[]): Lines => ({
  type: 'FeatureCollection',
  features: runs.map(({ path, number }) => ({
    type: 'Feature',
    properties: { look: (number - 1) % LOOKS.length },
    geometry: { type: 'LineString', coordinates: path.map(({ lon, lat }): Position => [lon, lat]) },
  })),
})

export interface StopMark {
  readonly id: string
  readonly runId: string | null
  /** The run's number decides the colour; null where nobody drives to. */
  readonly run: number | null
  /** Its place in the run. */
  readonly text: string
  readonly state: 'done' | 'late' | 'open' | 'unserved'
  readonly position: Position
}

/** Every stop of some runs as a numbered mark, and those nobody drives to. */
export const marksOf = (runs: readonly RunOnBoard[], unserved: readonly Stop[]): StopMark[] => [
  ...unserved.map(
    ({ id, lon, lat }): StopMark => ({
      id,
      runId: null,
      run: null,
      text: '×',
      state: 'unserved',
      position: [lon, lat],
    }),
  ),
  ...runs.flatMap((run) =>
    run.stopList.map((stop): StopMark => {
      const { is } = latenessOf(stop)
      return {
        id: stop.id,
        runId: run.id,
        run: run.number,
        text: String(placeOf(run, stop)),
        state: is === 'done' || is === 'late' ? is : 'open',
        position: [stop.lon, stop.lat],
      }
    }),
  ),
]

/** The corners around some spots: south-west, north-east. */
export function cornersOf(spots: readonly Spot[]) {
  const lats = spots.map(({ lat }) => lat)
  const lons = spots.map(({ lon }) => lon)
  return [
    [Math.min(...lons), Math.min(...lats)],
    [Math.max(...lons), Math.max(...lats)],
  ] satisfies [Position, Position]
}
