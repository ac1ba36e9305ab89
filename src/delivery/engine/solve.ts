import { anneal, type Budget, type Cooling, createMeter } from './anneal'
import { improveInParts, startInParts } from './decompose'
import { openNetwork } from './network'
import type { Plan } from './plan'
import type { RoutingProblem } from './problem'
import { createRandom } from './random'
import { explain } from './reasons'
import { buildPlan } from './schedule'
import { type Assignment, createPartSearch, type PartSearch } from './search'
import { checkProblem } from './validation'

export interface SolveOptions {
  readonly seed?: number
  /** With a seed and iterations alone, two runs give the same plan bit for bit. */
  readonly iterations?: number
  readonly milliseconds?: number
  /** A rising clock in milliseconds; the machine's own when left out. */
  readonly clock?: () => number
  readonly signal?: { readonly aborted: boolean }
  readonly onProgress?: (progress: Progress) => void
}

export interface Progress {
  readonly iterations: number
  /** Share of the budget used, 0 to 1. */
  readonly fraction: number
  /** Cost of the best plan so far as the search counts it: with a penalty for stops left out, when it plans all at once. */
  readonly cost: number
  /** The best plan so far; building it takes a moment. */
  plan(): Plan
}

/** Above this many stops the problem is solved in parts: tables grow with the square, and steps change only one corner. */
const LARGEST_WHOLE = 4000
/** Progress is reported after so many pauses of the annealer, or this share of the budget, whichever comes first. */
const REPORT_EVERY = 64
const REPORT_SHARE = 0.01
const DEFAULT_ITERATIONS = 20_000

/** The best plan found within the budget. Throws `InvalidProblem` when the problem cannot be understood. */
export function solve(problem: RoutingProblem, options: SolveOptions = {}): Plan {
  const steps = solveSteps(problem, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    options.onProgress?.(step.value)
  }
}

/** The same, letting others run between bursts, so that an `AbortSignal` from outside is heard. */
export async function solveAsync(problem: RoutingProblem, options: SolveOptions = {}): Promise<Plan> {
  const steps = solveSteps(problem, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    options.onProgress?.(step.value)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** One report after another, then the plan. */
export function* solveSteps(problem: RoutingProblem, options: SolveOptions = {}): Generator<Progress, Plan> {
  checkProblem(problem)
  const network = openNetwork(problem.travel)
  const budget = toBudget(options)
  const random = createRandom(options.seed ?? 1)
  const stops = problem.stops.map((_, i) => i)
  if (stops.length === 0) return { cost: 0, distance: 0, vehicles: [], unserved: [] }
  const finish = (assignment: Assignment): Plan => {
    const served = new Set(assignment.flat(2))
    const left = stops.filter((stop) => !served.has(stop))
    return buildPlan(problem, network, assignment, explain(problem, network, assignment, left))
  }
  if (stops.length > LARGEST_WHOLE) {
    const meter = createMeter(budget)
    let solution = startInParts(problem, network, random, budget)
    for (;;) {
      const fraction = meter(solution.iterations)
      if (fraction >= 1) return finish(solution.assignment)
      const { assignment, iterations } = solution
      const cost = solution.costs.reduce((sum, day) => sum + day, 0)
      yield { iterations, fraction, cost, plan: () => finish(assignment) }
      solution = improveInParts(problem, network, solution, random, budget, fraction)
    }
  }
  const vehicles = problem.vehicles.map((_, i) => i)
  const search = createPartSearch(problem, network, { stops, vehicles }, random)
  const run = anneal(search, search.cost, random, budget, cooling(search, options))
  for (let pauses = 0, reported = 0; ; pauses++) {
    const step = run.next()
    if (step.done) return finish(search.assignment())
    if (pauses % REPORT_EVERY !== 0 && step.value.fraction < reported + REPORT_SHARE) continue
    reported = step.value.fraction
    const plan = () => finish(search.peek(search.assignment))
    yield { ...step.value, cost: step.value.best / search.model.scale, plan }
  }
}

function toBudget({ iterations, milliseconds, clock, signal }: SolveOptions): Budget {
  const now = clock ?? (() => performance.now())
  const counted = iterations ?? (milliseconds === undefined ? DEFAULT_ITERATIONS : undefined)
  return {
    ...(counted === undefined ? {} : { iterations: counted }),
    ...(milliseconds === undefined ? {} : { clock: now, until: now() + milliseconds }),
    ...(signal ? { stopped: () => signal.aborted } : {}),
  }
}

/** Steps per stop that pay for warming up once more, and temperatures as shares of the average edge; all found by trial. */
const CYCLE = {
  fleet: { steps: 600, most: 5, start: 0.5, reheat: 1, end: 0.01, pace: 40 },
  timed: { steps: 1000, most: 6, start: 1, reheat: 1, end: 0.01, pace: 100 },
  free: { steps: 700, most: 4, start: 1, reheat: 0.3, end: 0.015, pace: 200 },
}

/**
 * Without windows, a search of half as many stops gains from four warm-ups and one of more stops loses by them, at 5 s as at 30 s:
 * what it needs is to cool slowly, once.
 */
const SETTLING = 700

/** Long searches of small problems start again from the best a few times; `pace` guesses the steps of a millisecond. */
function cooling(search: PartSearch, { iterations, milliseconds }: SolveOptions): Cooling {
  const edge = Math.max(1, search.averageEdge)
  const { kind, model } = search
  const { size } = model
  const { steps, most, start, reheat, end, pace } = CYCLE[kind]
  const expected = Math.min(iterations ?? Infinity, pace * (milliseconds ?? Infinity))
  const perStop = Number.isFinite(expected) ? expected / size : 0
  const patience = kind === 'free' ? Math.floor((SETTLING / size) ** 2) : most
  const cycles = Math.max(1, Math.min(most, patience, Math.round(perStop / steps)))
  return { start: start * edge, end: end * edge, cycles, reheat }
}
