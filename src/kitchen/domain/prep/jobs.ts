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
  readonly places: Int32Array
  readonly cooksInAll: number
  /** Places and cooks that started batches hold, and until when. */
  readonly held: readonly { readonly station: number; readonly cooks: number; readonly until: number }[]
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
  const latest = jobs.reduce((most, { release }) => Math.max(most, release), 0)
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
    places: Int32Array.from(problem.stations, ({ places }) => places),
    cooksInAll: problem.cooks,
    held: begun.flatMap(({ batch, steps: all }) => {
      const step = all[batch.step]
      return step ? [{ station: stationAt.get(step.station) ?? -1, cooks: step.cooks, until: batch.until }] : []
    }),
    horizon: latest + total(steps) + 1,
  }
}

const total = (steps: readonly { readonly minutes: number }[]): number =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0)
