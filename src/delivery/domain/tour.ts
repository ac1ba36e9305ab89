import type { Spot } from '../../kernel/distance'
import { journey } from './journey'

/** A table of ways, row by row, between places of which the first is where a run begins and ends. */
export interface Ways {
  readonly size: number
  readonly metres: ArrayLike<number>
  readonly seconds: ArrayLike<number>
}

/** What a tour must know of a stop. Its row is in the table of ways. */
export interface TourStop extends Spot {
  readonly id: string
  readonly row: number
  readonly communityId: string
  readonly gateSeconds: number
  readonly serviceSeconds: number
  readonly windowFrom: Date
  readonly boxes: number
}

export interface TourStart {
  readonly kitchen: Spot
  readonly departAt: Date
  /** 2 drives twice as fast as the table says. */
  readonly speed: number
  /** Seconds lost before the first stop: fetching the food of somebody who broke down. */
  readonly detour?: number
}

export interface Tour {
  readonly places: readonly { readonly stopId: string; readonly sequence: number; legSeconds: number; eta: Date }[]
  readonly departAt: Date
  readonly returnAt: Date
  readonly metres: number
  /** From departure to return. */
  readonly seconds: number
  readonly backSeconds: number
  readonly boxes: number
  readonly path: [number, number][]
}

/** Drives through the stops in this order: gates cost time where the community changes, and nobody is served too early. */
export function tourOf(
  { size, metres, seconds }: Ways,
  { kitchen, departAt, speed, detour = 0 }: TourStart,
  stops: readonly TourStop[],
): Tour {
  const driven = (from: number, to: number, gate = 0) => Math.round(((seconds[from * size + to] ?? 0) + gate) / speed)
  const before = (i: number) => stops[i - 1]
  const legs = stops.map(({ row, communityId, gateSeconds, serviceSeconds, windowFrom }, i) => ({
    legSeconds:
      driven(before(i)?.row ?? 0, row, communityId === before(i)?.communityId ? 0 : gateSeconds) +
      (i === 0 ? detour : 0),
    serviceSeconds,
    windowFrom: windowFrom.getTime(),
  }))
  const last = stops.at(-1)?.row ?? 0
  const backSeconds = driven(last, 0)
  const { etas, returnAt } = journey(departAt.getTime(), legs, backSeconds)
  return {
    places: stops.map(({ id }, i) => ({
      stopId: id,
      sequence: i + 1,
      legSeconds: legs[i]?.legSeconds ?? 0,
      eta: new Date(etas[i] ?? 0),
    })),
    departAt,
    returnAt: new Date(returnAt),
    metres: stops.reduce(
      (sum, { row }, i) => sum + (metres[(before(i)?.row ?? 0) * size + row] ?? 0),
      metres[last * size] ?? 0,
    ),
    seconds: Math.round((returnAt - departAt.getTime()) / 1_000),
    backSeconds,
    boxes: stops.reduce((sum, { boxes }) => sum + boxes, 0),
    path: [kitchen, ...stops, kitchen].map(({ lat, lon }): [number, number] => [lon, lat]),
  }
}
