import type { Searchable } from '../anneal'
import { createOverlook } from '../blinks'
import type { Model } from '../model'
import { createOrder } from '../order'
import type { Random } from '../random'
import { createSnapshots } from '../snapshots'
import { layTours, listTours, type Tours } from './lay'
import { createRecreate } from './recreate'
import { createFleetRuin, type FleetRuinSizes } from './ruin'
import { createChains } from './state'
import { createTailSwap } from './tails'

/** A search over the whole model. `vehicles()` lists each vehicle's trips as nodes in visiting order. */
export interface FleetSearch extends Searchable {
  readonly cost: number
  readonly averageEdge: number
  vehicles(): number[][][]
  missing(): number[]
}

/** Starts from given trips, or empty, fills in what is absent, and wraps the state for the annealer. */
export function createFleetSearch(
  model: Model,
  random: Random,
  sizes: FleetRuinSizes,
  start?: Tours,
  overlook = createOverlook(random),
): FleetSearch {
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
  const recreate = createRecreate(s, overlook)
  recreate(Infinity)

  const ruin = createFleetRuin(s, random, sizes)
  const swapTails = createTailSwap(s, random)
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
      if (chained) for (let i = 0; i < 2; i++) swapTails()
      if (!s.sound) return Infinity
      order(s.absent, s.absentCount)
      return recreate(limit) ? total() : Infinity
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
