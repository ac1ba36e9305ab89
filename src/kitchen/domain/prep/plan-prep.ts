import { type Bottleneck, bottleneckOf, earliestEnd } from './bounds'
import { openDispatcher, type Timing } from './dispatch'
import { formBatches } from './form-batches'
import { type Jobs, jobsOf } from './jobs'
import type { FormedBatch, Method, Portions, PrepProblem, Step } from './problem'
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
  /** Dishes that cannot be made at all: a step's station has no places or is not there, a batch that holds nothing. */
  readonly impossible: readonly string[]
}

/**
 * Batches for what is ordered, computed back from the load times of the runs. What has started stays as it is; everything
 * else is planned anew, so a late order, a sold-out dish, broken equipment or a delayed run is planned by calling it again.
 */
export function planPrep(problem: PrepProblem, seed = 1): PrepPlan {
  const methods = problem.methods.filter((method) => isPossible(method, problem))
  const formed = formBatches({ ...problem, methods })
  const wanted = new Set(problem.demand.flatMap(({ dishId, portions }) => (portions > 0 ? [dishId] : [])))
  const impossible = problem.methods.filter(({ dishId }) => wanted.has(dishId)).filter((one) => !methods.includes(one))
  const jobs = jobsOf(problem, formed)
  const timing = rankJobs(jobs, openDispatcher(jobs), seed)
  if (!timing) throw new Error('a plan without impossible dishes always ends')
  const { start, place } = shiftLate(jobs, timing)
  const late = lateIn(jobs, start)
  const begun = problem.started.length
  const waits = formed.length === 0 ? 0 : jobs.origin - problem.from
  const batches = formed.map((batch, i) => timed(batch, problem, jobs, start, begun + i))
  const names = problem.stations.map(({ code }) => code)
  return {
    batches: batches.toSorted((a, b) => a.startBy - b.startBy || (a.dishId < b.dishId ? -1 : 1)),
    miseEnPlace: miseEnPlaceOf(formed),
    lateMinutes: late,
    idleMinutes: idleIn(jobs, { start, place }),
    makespan: waits + timing.makespan,
    lowerBound: waits + earliestEnd(jobs),
    bottleneck: late > 0 ? bottleneckOf(jobs, names) : undefined,
    impossible: impossible.map(({ dishId }) => dishId),
  }
}

/** Every step of the service has somewhere to be done and somebody to do it, in whole minutes, and a batch holds something. */
function isPossible({ steps, batchPortions }: Method, { stations, cooks: inAll }: PrepProblem): boolean {
  const places = (code: string) => stations.find((one) => one.code === code)?.places ?? 0
  const doable = ({ station, minutes, cooks, when }: Step) =>
    Number.isInteger(minutes) &&
    minutes >= 0 &&
    (when === 'day_before' || (places(station) > 0 && (cooks === 0 || inAll > 0)))
  return Number.isInteger(batchPortions) && batchPortions >= 1 && steps.every(doable)
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

/** Minutes after due over all jobs; moved together, steps may end sooner than they did. */
export function lateIn({ count, firstStep, minutes, due }: Jobs, start: Int32Array): number {
  let late = 0
  for (let j = 0; j < count; j++) {
    const last = firstStep[j + 1]! - 1
    if (last >= firstStep[j]!) late += Math.max(0, start[last]! + minutes[last]! - due[j]!)
  }
  return late
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
