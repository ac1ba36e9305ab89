import { type Bottleneck, bottleneckOf, earliestEnd } from './bounds'
import { openDispatcher, type Timing } from './dispatch'
import { formBatches } from './form-batches'
import { type Jobs, jobsOf } from './jobs'
import type { FormedBatch, Portions, PrepProblem } from './problem'
import { rankJobs } from './rank-jobs'
import { shiftLate } from './shift-late'

export interface PlannedStep {
  readonly station: string
  readonly startAt: number
  readonly endAt: number
}

/** A batch with its times; `startBy` is its latest start. */
export interface PrepBatch {
  readonly dishId: string
  readonly recipeVersionId: string
  readonly portions: number
  readonly serves: readonly Portions[]
  readonly startBy: number
  readonly cookedAt: number
  readonly lateMinutes: number
  readonly steps: readonly PlannedStep[]
}

/** What is made ready the evening before. */
export interface MiseEnPlace {
  readonly dishId: string
  readonly station: string
  readonly portions: number
  readonly minutes: number
}

export interface PrepPlan {
  readonly batches: readonly PrepBatch[]
  readonly miseEnPlace: readonly MiseEnPlace[]
  readonly lateMinutes: number
  /** Places that stand still between their first and last minute of work. */
  readonly idleMinutes: number
  /** Minutes from `from` to the end of the last batch. */
  readonly makespan: number
  /** No plan ends sooner; minutes from `from`. */
  readonly lowerBound: number
  /** Named when something is late and a station or the cooks cannot do their work in time. */
  readonly bottleneck: Bottleneck | undefined
  /** Dishes that cannot be made at all: a step's station has no places left or is not there. */
  readonly impossible: readonly string[]
}

/**
 * Batches for what is ordered, computed back from the load times of the runs. What has started stays as it is; everything
 * else is planned anew, so a late order, a sold-out dish, broken equipment or a delayed run is planned by calling it again.
 */
export function planPrep(problem: PrepProblem, seed = 1): PrepPlan {
  const placesAt = new Map(problem.stations.map(({ code, places }) => [code, places]))
  const isPossible = ({ steps }: FormedBatch['method']) =>
    steps.every(({ station, cooks }) => (placesAt.get(station) ?? 0) > 0 && (cooks === 0 || problem.cooks > 0))
  const all = formBatches(problem)
  const formed = all.filter(({ method }) => isPossible(method))
  const impossible = [...new Set(all.filter(({ method }) => !isPossible(method)).map(({ method }) => method.dishId))]
  const jobs = jobsOf(problem, formed)
  const timing = rankJobs(jobs, openDispatcher(jobs), seed)
  if (!timing) throw new Error('a plan without impossible dishes always ends')
  const { start, place } = shiftLate(jobs, timing)
  const begun = problem.started.length
  const waits = formed.length === 0 ? 0 : jobs.origin - problem.from
  const batches = formed.map((batch, i) => timed(batch, problem, jobs, start, begun + i))
  const names = problem.stations.map(({ code }) => code)
  return {
    batches: batches.toSorted((a, b) => a.startBy - b.startBy || (a.dishId < b.dishId ? -1 : 1)),
    miseEnPlace: miseEnPlaceOf(all),
    lateMinutes: timing.late,
    idleMinutes: idleIn(jobs, { start, place }),
    makespan: waits + timing.makespan,
    lowerBound: waits + earliestEnd(jobs),
    bottleneck: timing.late > 0 ? bottleneckOf(jobs, names) : undefined,
    impossible,
  }
}

function timed(batch: FormedBatch, { stations }: PrepProblem, jobs: Jobs, start: Int32Array, j: number): PrepBatch {
  const { method, portions, serves, due } = batch
  const [from, to] = [jobs.firstStep[j] ?? 0, jobs.firstStep[j + 1] ?? 0]
  const steps = Array.from({ length: to - from }, (_, i) => {
    const startAt = jobs.origin + (start[from + i] ?? 0)
    const station = stations[jobs.station[from + i] ?? -1]?.code ?? ''
    return { station, startAt, endAt: startAt + (jobs.minutes[from + i] ?? 0) }
  })
  const cookedAt = steps.at(-1)?.endAt ?? due
  const { dishId, recipeVersionId } = method
  const startBy = steps[0]?.startAt ?? due
  return {
    dishId,
    recipeVersionId,
    portions,
    serves,
    startBy,
    cookedAt,
    lateMinutes: Math.max(0, cookedAt - due),
    steps,
  }
}

function miseEnPlaceOf(formed: readonly FormedBatch[]): MiseEnPlace[] {
  const tasks = new Map<string, MiseEnPlace>()
  for (const { method, portions } of formed) {
    for (const { station, minutes, when } of method.steps) {
      if (when !== 'day_before') continue
      const key = `${method.dishId} ${station}`
      const before = tasks.get(key) ?? { dishId: method.dishId, station, portions: 0, minutes: 0 }
      tasks.set(key, { ...before, portions: before.portions + portions, minutes: before.minutes + minutes })
    }
  }
  return [...tasks.values()]
}

function idleIn({ station, minutes }: Jobs, { start, place }: Pick<Timing, 'start' | 'place'>): number {
  const spans = new Map<string, { first: number; last: number; work: number }>()
  for (let step = 0; step < start.length; step++) {
    const key = `${station[step]} ${place[step]}`
    const [from, work] = [start[step]!, minutes[step]!]
    const span = spans.get(key) ?? { first: from, last: from, work: 0 }
    const last = Math.max(span.last, from + work)
    spans.set(key, { first: Math.min(span.first, from), last, work: span.work + work })
  }
  return [...spans.values()].reduce((sum, { first, last, work }) => sum + (last - first - work), 0)
}
