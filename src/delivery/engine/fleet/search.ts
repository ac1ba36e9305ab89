import type { Searchable } from '../anneal'
import type { Model } from '../model'
import { createOrder } from '../order'
import type { Random } from '../random'
import { createSnapshots } from '../snapshots'
import { recreate } from './recreate'
import { createFleetRuin, type FleetRuinSizes } from './ruin'
import { type Chains, createChains, layTrip, openTrip, settle } from './state'
import { swapTails } from './tails'

/** A search over the whole model. `vehicles()` lists each vehicle's trips as nodes in visiting order. */
export interface FleetSearch extends Searchable {
  readonly cost: number
  readonly averageEdge: number
  vehicles(): number[][][]
  missing(): number[]
}

/** Trips of the vehicles of a model, as nodes; frozen trips included. */
export type Tours = readonly (readonly (readonly number[])[])[]

/** Starts from given trips, or empty, fills in what is absent, and wraps the state for the annealer. */
export function createFleetSearch(model: Model, random: Random, sizes: FleetRuinSizes, start?: Tours): FleetSearch {
  const s = createChains(model)
  if (start) layTours(s, start)
  const order = createOrder(
    {
      demand: Float64Array.from({ length: model.size }, (_, i) => share(model, i)),
      distance: model.cost[0]!.subarray(0, model.size),
      opens: model.opens,
      closes: model.closes,
      ready: model.ready,
    },
    random,
  )
  s.absent.subarray(0, s.absentCount).sort((i, j) => model.closes[i]! - model.closes[j]! || i - j)
  recreate(s, random, Infinity)

  const ruin = createFleetRuin(s, random, sizes)
  const chained = model.maxTrips.some((most) => most > 1)
  const total = () => {
    let cost = s.cost
    for (let i = 0; i < s.absentCount; i++) cost += model.penalty[s.absent[i]!]!
    if (model.balance > 0) for (let v = 0; v < model.vehicles; v++) cost += model.balance * s.work[v]! ** 2
    return cost
  }
  return {
    ...createSnapshots(s),
    cost: total(),
    averageEdge: s.cost / Math.max(1, model.size - model.depots - s.absentCount),
    step: (limit) => {
      s.sound = true
      ruin()
      if (chained) for (let i = 0; i < 2; i++) swapTails(s, random)
      if (!s.sound) return Infinity
      order(s.absent, s.absentCount)
      return recreate(s, random, limit) ? total() : Infinity
    },
    vehicles: () => listTours(s),
    missing: () => [...s.absent.subarray(0, s.absentCount)],
  }
}

/** The largest share of a vehicle that a stop fills, in any measure. */
function share(model: Model, node: number): number {
  let most = 0
  for (let d = 0; d < model.measures; d++) {
    most = Math.max(most, model.demand[node * model.measures + d]! / Math.max(1, model.capacity[d]!))
  }
  return most
}

/** Lays given tours behind what is frozen; frozen trips come first in every vehicle's list and are only topped up. */
function layTours(s: Chains, tours: Tours): void {
  let frozen = 0
  let free = s.frozenTrips
  tours.forEach((trips, v) => {
    const begun = s.model.frozen[v]!.length
    trips.forEach((nodes, i) => {
      if (i < begun)
        layTrip(
          s,
          frozen + i,
          nodes.filter((u) => !s.model.fixed[u]),
        )
      else if (nodes.length > 0) {
        openTrip(s, free, v, s.prevTrip[s.trips + v]!)
        layTrip(s, free++, nodes)
      }
    })
    frozen += begun
    settle(s, v)
  })
  s.absentCount = 0
  for (let u = s.model.depots; u < s.model.size; u++) if (s.trip[u]! < 0) s.absent[s.absentCount++] = u
}

function listTours(s: Chains): number[][][] {
  return Array.from({ length: s.model.vehicles }, (_, v) => {
    const ring = s.trips + v
    const trips: number[][] = []
    for (let r = s.nextTrip[ring]!; r !== ring; r = s.nextTrip[r]!) {
      const z = s.model.size + r
      const nodes: number[] = []
      for (let u = s.next[z]!; u !== z; u = s.next[u]!) nodes.push(u)
      trips.push(nodes)
    }
    return trips
  })
}
