import type { Searchable } from './anneal'
import { createFleetSearch } from './fleet/search'
import { compile } from './compile'
import type { Model } from './model'
import type { Network } from './network'
import { byNearness } from './numbering'
import type { RoutingProblem } from './problem'
import type { Random } from './random'
import { asSingle } from './single/from-model'
import { createSingleSearch } from './single/search'

/** Who serves what: for every vehicle of the problem its trips, as positions in the problem's list of stops. */
export type Assignment = readonly (readonly (readonly number[])[])[]

/** Some stops and vehicles of a problem, with a first solution for them if there is one. */
export interface Part {
  readonly stops: readonly number[]
  readonly vehicles: readonly number[]
  /** By position in `vehicles`. */
  readonly start?: Assignment
}

export interface PartSearch extends Searchable {
  readonly model: Model
  /** Costs are multiplied by the model's scale. */
  readonly cost: number
  readonly averageEdge: number
  /** The kernel at work: identical vehicles with one trip each, without windows or with them, or the whole model. */
  readonly kind: 'free' | 'timed' | 'fleet'
  /** The current solution, by position in the part's vehicles. */
  readonly assignment: () => Assignment
}

/** Sizes of one ruin step, found by trial on public instances. */
const SINGLE_RUIN = { average: 10, longest: 10 }
const FLEET_RUIN = { average: 10, longest: 10, wholeTrips: 0.1 }

/** The search that fits the part: the fast one for identical vehicles with one trip, the full one for everything else. */
export function createPartSearch(problem: RoutingProblem, network: Network, part: Part, random: Random): PartSearch {
  const stops = byNearness(problem, network, part.stops)
  const model = compile(problem, network, stops, part.vehicles)
  const { depots, origin } = model
  const toStops = (nodes: readonly number[]) => nodes.map((node) => origin[node]!)
  const nodeOf = new Map(stops.map((stop, i) => [stop, depots + i]))
  const start = part.start?.map((trips) => trips.map((trip) => trip.map((stop) => nodeOf.get(stop)!)))
  const single = asSingle(model)
  if (single) {
    const search = createSingleSearch(single, random, SINGLE_RUIN, model.penalty[1]!, start?.flat())
    const padded = () => {
      const routes = search.routes()
      return part.vehicles.map((_, v) => (v < routes.length ? [toStops(routes[v]!)] : []))
    }
    return { ...search, model, kind: single.windows ? 'timed' : 'free', assignment: padded }
  }
  const search = createFleetSearch(model, random, FLEET_RUIN, start)
  return {
    ...search,
    model,
    kind: 'fleet',
    assignment: () => search.vehicles().map((trips) => trips.map(toStops)),
  }
}
