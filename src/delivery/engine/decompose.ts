import { anneal, type Budget } from './anneal'
import { mayServe } from './eligibility'
import type { Network } from './network'
import type { RoutingProblem } from './problem'
import type { Random } from './random'
import { scheduleDay } from './schedule'
import { type Assignment, createPartSearch, type Part } from './search'

/** Stops in one part: large enough to hold several routes side by side, small enough for quick tables. */
const PART = 350
/** Steps per stop of a part, when it is first laid and each time it is improved. */
const FIRST_STEPS = 20
const STEPS = 80
/** Idle vehicles and stops left out that join a part, in case they help each other. */
const IDLE = 3
const LEFT_OUT = 40

/** A solution in the making. `costs` holds what each vehicle's day costs in the problem's unit. */
export interface PartwiseSolution {
  readonly assignment: Assignment
  readonly costs: readonly number[]
  readonly iterations: number
}

/** A first solution of a problem too large for one table: parts of near stops, each with its share of the vehicles. */
export function startInParts(
  problem: RoutingProblem,
  network: Network,
  random: Random,
  budget: Budget,
): PartwiseSolution {
  const byId = new Map(problem.stops.map(({ id }, i) => [id, i]))
  const begun = problem.vehicles.map(({ frozen }) =>
    (frozen ?? []).flatMap((trip) => trip.stops.map((id) => byId.get(id)!)),
  )
  const taken = new Set(begun.flat())
  const parts = cutByNearness(
    problem,
    network,
    problem.stops.map((_, i) => i).filter((i) => !taken.has(i)),
  )
  const idle = problem.vehicles.map((_, v) => v)
  const assignment: Assignment[number][] = problem.vehicles.map(() => [])
  let iterations = 0
  let remaining = problem.stops.length - taken.size
  parts.forEach((stops, k) => {
    const last = k === parts.length - 1
    const vehicles = last ? idle.splice(0) : takeNearest(problem, network, idle, stops, stops.length / remaining)
    remaining -= stops.length
    const part = { vehicles, stops: [...stops, ...vehicles.flatMap((v) => begun[v]!)] }
    if (vehicles.length === 0) return
    const solved = solvePart(
      problem,
      network,
      part,
      random,
      { ...budget, iterations: FIRST_STEPS * part.stops.length },
      0.5,
    )
    vehicles.forEach((v, i) => (assignment[v] = solved.assignment[i]!))
    iterations += solved.iterations
  })
  const costs = assignment.map((trips, v) => dayCost(problem, network, v, trips))
  return { assignment, costs, iterations }
}

/** One round: the vehicles whose stops lie nearest to a random stop on average are planned anew together. Never worse. */
export function improveInParts(
  problem: RoutingProblem,
  network: Network,
  solution: PartwiseSolution,
  random: Random,
  budget: Budget,
  fraction: number,
): PartwiseSolution {
  const { assignment } = solution
  const served = new Set(assignment.flat(2))
  const out = problem.stops.map((_, i) => i).filter((i) => !served.has(i))
  const seed =
    out.length > 0 && random.unit() < 0.5 ? out[random.below(out.length)]! : random.below(problem.stops.length)
  const away = (stop: number) => network.distance(problem.stops[seed]!.location, problem.stops[stop]!.location)
  const centre = (trips: Assignment[number]) => {
    const stops = trips.flat()
    return stops.reduce((sum, stop) => sum + away(stop), 0) / stops.length
  }
  const busy = assignment.flatMap((trips, v) =>
    trips.some((trip) => trip.length > 0) ? [{ v, from: centre(trips) }] : [],
  )
  const vehicles: number[] = []
  let size = 0
  for (const { v } of busy.toSorted((a, b) => a.from - b.from)) {
    if (size >= PART) break
    vehicles.push(v)
    size += assignment[v]!.flat().length
  }
  const joining = out.toSorted((a, b) => away(a) - away(b)).slice(0, LEFT_OUT)
  vehicles.push(...usefulIdle(problem, assignment, joining.length > 0 ? joining : [seed], random))
  const start = vehicles.map((v) => assignment[v]!)
  const part = { vehicles, stops: [...start.flat(2), ...joining], start }
  const allowed = budget.iterations === undefined ? Infinity : budget.iterations - solution.iterations
  const steps = Math.min(allowed, STEPS * part.stops.length)
  const solved = solvePart(problem, network, part, random, { ...budget, iterations: steps }, 0.3 * (1 - fraction))
  const renewed = assignment.slice()
  const costs = solution.costs.slice()
  vehicles.forEach((v, i) => {
    renewed[v] = solved.assignment[i]!
    costs[v] = dayCost(problem, network, v, renewed[v])
  })
  return { assignment: renewed, costs, iterations: solution.iterations + solved.iterations }
}

const dayCost = (problem: RoutingProblem, network: Network, v: number, trips: Assignment[number]): number =>
  trips.length === 0 ? 0 : (scheduleDay(problem, network, v, trips)?.cost ?? 0)

function solvePart(
  problem: RoutingProblem,
  network: Network,
  part: Part,
  random: Random,
  budget: Budget,
  warmth: number,
) {
  const search = createPartSearch(problem, network, part, random)
  const edge = Math.max(1, search.averageEdge)
  const run = anneal(search, search.cost, random, budget, {
    start: edge * Math.max(0.02, warmth),
    end: 0.01 * edge,
    cycles: 1,
    reheat: 1,
  })
  for (;;) {
    const step = run.next()
    if (!step.done) continue
    return { assignment: search.assignment(), iterations: step.value.iterations }
  }
}

/** Cuts the stops into parts: the one farthest from the first depot, with those nearest to it, until none is left. */
function cutByNearness(problem: RoutingProblem, network: Network, stops: readonly number[]): number[][] {
  const where = (stop: number) => problem.stops[stop]!.location
  const depot = problem.depots[0]!.location
  let left = stops.toSorted((a, b) => network.distance(depot, where(b)) - network.distance(depot, where(a)) || a - b)
  const parts: number[][] = []
  while (left.length > 0) {
    const seed = where(left[0]!)
    const near = new Set(
      left
        .toSorted((a, b) => network.distance(seed, where(a)) - network.distance(seed, where(b)) || a - b)
        .slice(0, PART),
    )
    // A rest too small to be a part of its own joins this one.
    if (left.length - near.size < PART / 2) for (const stop of left) near.add(stop)
    parts.push([...near])
    left = left.filter((stop) => !near.has(stop))
  }
  return parts
}

/** Takes a share of the idle vehicles out of the list, those with the nearest depot first. */
function takeNearest(
  problem: RoutingProblem,
  network: Network,
  idle: number[],
  stops: readonly number[],
  share: number,
): number[] {
  const home = (v: number) => problem.depots.find(({ id }) => id === problem.vehicles[v]!.depot)!.location
  const target = problem.stops[stops[0]!]!.location
  const nearest = idle.toSorted(
    (a, b) => network.distance(home(a), target) - network.distance(home(b), target) || a - b,
  )
  const taken = new Set(nearest.slice(0, Math.max(1, Math.ceil(idle.length * share))))
  idle.splice(0, idle.length, ...idle.filter((v) => !taken.has(v)))
  return [...taken]
}

/** A few idle vehicles that may serve one of the stops, starting at a random place of the list. */
function usefulIdle(
  problem: RoutingProblem,
  assignment: Assignment,
  stops: readonly number[],
  random: Random,
): number[] {
  const found: number[] = []
  const count = problem.vehicles.length
  const first = random.below(count)
  for (let i = 0; i < count && found.length < IDLE; i++) {
    const v = (first + i) % count
    if (assignment[v]!.length === 0 && stops.some((stop) => mayServe(problem.stops[stop]!, problem.vehicles[v]!)))
      found.push(v)
  }
  return found
}
