import { checkPlan } from '../../../delivery/engine/checker'
import type { Plan } from '../../../delivery/engine/plan'
import type { RoutingProblem } from '../../../delivery/engine/problem'
import { solve } from '../../../delivery/engine/solve'
import { type KitchenLunch, problemOf } from './kitchen-lunch'
import { nearestVehicle, type Simple, savings } from './simple-methods'

/** One job: a kitchen's lunch, and how long to think about it. */
export interface RouteKitchen {
  readonly lunch: KitchenLunch
  /** CPU milliseconds, or a number of steps where two runs must do the same work. */
  readonly budget: { readonly milliseconds: number } | { readonly iterations: number }
  /** Also by the simple methods, to set beside. */
  readonly compare: boolean
}

export interface KitchenRouted {
  readonly kitchenId: string
  readonly metres: number
  readonly tours: number
  readonly stops: number
  readonly boxes: number
  readonly unserved: number
  /** What the checker, which shares no code with the search, found wrong: one sentence each. */
  readonly violations: readonly string[]
  /** Seconds of driving, gates and service. */
  readonly workSeconds: number
  readonly served: readonly string[]
  readonly nearestVehicle: Simple | null
  readonly savings: Simple | null
  readonly cpuMs: number
  /** The process that did it, and the most memory it has held, in MB. */
  readonly pid: number
  readonly peakMb: number
}

/** A busy machine gives less of its CPU: then no kitchen waits longer than this many times its budget. */
const PATIENCE = 3

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

/** The engine's plan within a budget of CPU, and so many times that of wall time. */
function think(problem: RoutingProblem, budget: RouteKitchen['budget'], patience: number): Plan {
  const until = 'milliseconds' in budget ? performance.now() + patience * budget.milliseconds : Number.POSITIVE_INFINITY
  return solve(problem, {
    ...budget,
    clock: cpuMs,
    signal: {
      get aborted() {
        return performance.now() > until
      },
    },
  })
}

/** Plans one kitchen, has the plan checked and, where asked, sets the simple methods beside it. */
export async function routeKitchen({ lunch, budget, compare }: RouteKitchen): Promise<KitchenRouted> {
  const problem = await problemOf(lunch)
  const before = cpuMs()
  const hurried = think(problem, budget, PATIENCE)
  // cut off before everybody had a place: then it takes as long as it takes
  const plan = hurried.unserved.length > 0 ? think(problem, budget, Number.POSITIVE_INFINITY) : hurried
  const used = cpuMs() - before
  const trips = plan.vehicles.flatMap((vehicle) => vehicle.trips)
  return {
    kitchenId: lunch.kitchenId,
    metres: plan.distance,
    tours: trips.length,
    stops: lunch.stops.length,
    boxes: lunch.stops.reduce((sum, { boxes }) => sum + boxes, 0),
    unserved: plan.unserved.length,
    violations: checkPlan(problem, plan),
    workSeconds: trips.reduce((sum, { departs, returns }) => sum + returns - departs, 0),
    served: trips.flatMap(({ visits }) => visits.map(({ stop }) => stop)),
    nearestVehicle: compare ? nearestVehicle(problem) : null,
    savings: compare ? savings(problem) : null,
    cpuMs: Math.round(used),
    pid: process.pid,
    peakMb: Math.round(process.resourceUsage().maxRSS / 1_024),
  }
}
