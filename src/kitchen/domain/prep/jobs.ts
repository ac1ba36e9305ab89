import { type Openings, openingsOf } from './openings'
import type { FormedBatch, PrepProblem, StartedBatch, Step } from './problem'

/** Batches as numbers, minutes counted from `origin`: what the dispatcher reads a thousand times. */
export interface Jobs {
  /** The first minute anything may happen: a kitchen that plans days ahead does not wait through them. */
  readonly origin: number
  readonly count: number
  /** Steps of job `j` are `firstStep[j]` up to `firstStep[j + 1]`. */
  readonly firstStep: Int32Array
  readonly station: Int32Array
  readonly minutes: Int32Array
  readonly cooks: Int32Array
  readonly jobOf: Int32Array
  readonly release: Int32Array
  readonly due: Int32Array
  /** Places of the stations, each while it is there and free. */
  readonly openings: Openings
  /** From when on each cook is free: those of started batches are later. */
  readonly cooksFrom: Int32Array
  /** No plan is longer. */
  readonly horizon: number
}

/** Work that takes no time still takes a minute of somebody's attention. */
const inService = (steps: readonly Step[]) =>
  steps.filter(({ when }) => when === 'service').map((step) => ({ ...step, minutes: Math.max(1, step.minutes) }))

/** Started batches first (their steps to come), then the formed ones. */
export function jobsOf(problem: PrepProblem, formed: readonly FormedBatch[]): Jobs {
  const stationAt = new Map(problem.stations.map(({ code }, i) => [code, i]))
  const methodOf = new Map(problem.methods.map((method) => [method.dishId, method]))
  const serviceMinutes = ({ method }: FormedBatch) => total(inService(method.steps))
  const origin = Math.max(
    problem.from,
    problem.started.length > 0 ? 0 : Math.min(...formed.map((batch) => batch.notBefore - serviceMinutes(batch))),
  )
  const begun = problem.started.map((batch) => ({
    batch: { ...batch, until: Math.max(0, batch.until - origin) },
    steps: inService(methodOf.get(batch.dishId)?.steps ?? []),
  }))
  const rest = ({ batch, steps }: { batch: StartedBatch; steps: Step[] }) => steps.slice(batch.step + 1)
  const jobs = [
    ...begun.map((one) => ({ steps: rest(one), release: one.batch.until, due: one.batch.until + total(rest(one)) })),
    ...formed.map(({ method, due, notBefore }) => {
      const steps = inService(method.steps)
      return { steps, release: Math.max(0, notBefore - origin - total(steps)), due: due - origin }
    }),
  ]
  const steps = jobs.flatMap((job, j) => job.steps.map((step) => ({ ...step, j })))
  const firstStep = new Int32Array(jobs.length + 1)
  jobs.forEach((job, j) => {
    firstStep[j + 1] = (firstStep[j] ?? 0) + job.steps.length
  })
  const held = begun.flatMap(({ batch, steps: all }) => {
    const step = all[batch.step]
    return step ? [{ station: stationAt.get(step.station) ?? -1, cooks: step.cooks, until: batch.until }] : []
  })
  const busy = held.filter(({ cooks }) => cooks > 0)
  const openings = openingsOf(problem.stations, held, origin)
  const latest = [...jobs.map(({ release }) => release), ...openings.from, ...busy.map(({ until }) => until)]
  return {
    origin,
    count: jobs.length,
    firstStep,
    station: Int32Array.from(steps, ({ station }) => stationAt.get(station) ?? -1),
    minutes: Int32Array.from(steps, ({ minutes }) => minutes),
    cooks: Int32Array.from(steps, ({ cooks }) => cooks),
    jobOf: Int32Array.from(steps, ({ j }) => j),
    release: Int32Array.from(jobs, ({ release }) => release),
    due: Int32Array.from(jobs, ({ due }) => due),
    openings,
    cooksFrom: Int32Array.from({ length: problem.cooks }, (_, i) => busy[i]?.until ?? 0),
    horizon: latest.reduce((most, minute) => Math.max(most, minute), 0) + total(steps) + 1,
  }
}

const total = (steps: readonly { readonly minutes: number }[]): number =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0)
