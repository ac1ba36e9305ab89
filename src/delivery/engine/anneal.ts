import type { Random } from './random'

/** One step of a search by ruin and recreate; costs are whole numbers or fractions in the problem's own unit. */
export interface Searchable {
  /** Changes the current solution and returns its cost, or Infinity as soon as it is known to pass `limit`. */
  step(limit: number): number
  keep(): void
  undo(): void
  /** Remembers the current solution as the best one. */
  remember(): void
  /** Makes the best solution the current one. */
  recall(): void
  /** Improves the best solution, which is the current one, by local search; returns its cost. */
  polish?(): number
  /** Reads the best solution without disturbing the search. */
  peek<T>(read: () => T): T
}

/** When to stop. Iterations make a run repeatable bit for bit; a clock (any unit, rising) makes it end on time. */
export interface Budget {
  readonly iterations?: number
  readonly clock?: () => number
  readonly until?: number
  readonly stopped?: () => boolean
}

export interface Cooling {
  readonly start: number
  readonly end: number
  /** How many times the search is warmed up again from the best solution. */
  readonly cycles: number
  /** Share of the first temperature that later cycles start with. */
  readonly reheat: number
}

export interface Pace {
  readonly iterations: number
  /** Share of the budget used, up to 1. */
  readonly fraction: number
  readonly best: number
}

/** Steps between two looks at the temperature; looking at a clock costs as much as many small steps, so there it grows. */
const GLANCE = 32
const LONGEST_GLANCE = 1024
/** Share of a budget in time that should pass between two looks. */
const CALM = 1e-4

/** The share of the budget used, between 0 and 1; 1 when somebody asked to stop. */
export function createMeter(budget: Budget): (iterations: number) => number {
  const from = budget.clock?.() ?? 0
  const span = Math.max(1e-9, (budget.until ?? Infinity) - from)
  return (iterations) => {
    if (budget.stopped?.()) return 1
    const counted = budget.iterations === undefined ? 0 : iterations / Math.max(1, budget.iterations)
    const timed = budget.clock && budget.until !== undefined ? (budget.clock() - from) / span : 0
    return Math.min(1, Math.max(counted, timed))
  }
}

interface Heat {
  current: number
  best: number
  temperature: number
  iterations: number
}

/**
 * Simulated annealing: the temperature falls exponentially within each cycle. Pauses after every burst of steps, so that
 * whoever drives it can report, stop or let others run; at every pause `peek` shows the best solution so far.
 */
export function* anneal(
  search: Searchable,
  cost: number,
  random: Random,
  budget: Budget,
  cooling: Cooling,
): Generator<Pace, Pace> {
  const meter = createMeter(budget)
  const heat: Heat = { current: cost, best: cost, temperature: cooling.start, iterations: 0 }
  let cycle = 0
  let glance = GLANCE
  let looked = 0
  search.remember()
  search.recall()
  for (;;) {
    const fraction = meter(heat.iterations)
    const pace = { iterations: heat.iterations, fraction, best: heat.best }
    if (fraction >= 1) {
      restart(search, heat)
      return { ...pace, best: heat.best }
    }
    const phase = fraction * cooling.cycles
    if (Math.floor(phase) > cycle) {
      cycle = Math.floor(phase)
      restart(search, heat)
    }
    const start = cycle === 0 ? cooling.start : cooling.start * cooling.reheat
    heat.temperature = start * (cooling.end / start) ** (phase - cycle)
    yield pace
    // A budget in steps keeps its rhythm, so that it can be repeated.
    if (budget.iterations === undefined) glance = paced(glance, fraction - looked)
    looked = fraction
    const left = budget.iterations === undefined ? glance : budget.iterations - heat.iterations
    burst(search, random, heat, Math.min(glance, left))
  }
}

/** Goes back to the best solution, polished. */
function restart(search: Searchable, heat: Heat): void {
  search.recall()
  heat.best = search.polish?.() ?? heat.best
  heat.current = heat.best
}

const paced = (glance: number, passed: number): number => {
  if (passed < CALM) return Math.min(LONGEST_GLANCE, glance * 2)
  return passed > 4 * CALM ? Math.max(1, Math.floor(glance / 2)) : glance
}

function burst(search: Searchable, random: Random, heat: Heat, steps: number): void {
  for (let i = 0; i < steps; i++) {
    // Drawing the threshold first lets a step give up as soon as it is sure to be refused.
    const limit = heat.current - heat.temperature * Math.log(random.unit() + 1e-12)
    const next = search.step(limit)
    if (next >= limit) {
      search.undo()
      continue
    }
    heat.current = next
    search.keep()
    if (next < heat.best) {
      heat.best = next
      search.remember()
    }
  }
  heat.iterations += steps
}
