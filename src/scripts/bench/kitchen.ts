import { parseArgs } from 'node:util'
import { openDispatcher } from '../../kitchen/domain/prep/dispatch'
import { formBatches } from '../../kitchen/domain/prep/form-batches'
import { jobsOf } from '../../kitchen/domain/prep/jobs'
import { lateIn, planPrep } from '../../kitchen/domain/prep/plan-prep'
import type { Departure, Method, PrepProblem, Step } from '../../kitchen/domain/prep/problem'
import { byDue } from '../../kitchen/domain/prep/rank-jobs'
import { shiftLate } from '../../kitchen/domain/prep/shift-late'
import { round } from './load'
import { report } from './report'

const STATIONS = 12
const DISHES = 60
const RUNS = 24
const KITCHENS = 5
/** From 8:00 until 11:15. */
const FILLED_MINUTES = 195

/** Plans the prep of big lunches and compares lateness with the plain earliest-due-date rule on the same batches. */
export async function run(argv: string[]): Promise<void> {
  const { values } = parseArgs({
    args: argv,
    options: { json: { type: 'string' }, orders: { type: 'string', default: '3000' } },
  })
  planPrep(lunch(Number(values.orders), 99))
  const rows = Array.from({ length: KITCHENS }, (_, i) => measure(lunch(Number(values.orders), i + 1), i + 1))
  const mean = (pick: (row: (typeof rows)[number]) => number) =>
    round(rows.reduce((sum, row) => sum + pick(row), 0) / rows.length)
  const summary = {
    planMs: mean(({ planMs }) => planMs),
    lateMinutes: mean(({ lateMinutes }) => lateMinutes),
    eddLateMinutes: mean(({ eddLateMinutes }) => eddLateMinutes),
    makespan: mean(({ makespan }) => makespan),
    lowerBound: mean(({ lowerBound }) => lowerBound),
  }
  report({ bench: 'kitchen', summary, rows }, values.json)
  const less = round(100 * (1 - summary.lateMinutes / Math.max(1, summary.eddLateMinutes)))
  console.log(`${summary.planMs} ms a plan, ${less}% less lateness than earliest due date`)
}

function measure(problem: PrepProblem, seed: number) {
  const startedAt = performance.now()
  const { batches, lateMinutes, idleMinutes, makespan, lowerBound } = planPrep(problem)
  const planMs = round(performance.now() - startedAt)
  const jobs = jobsOf(problem, formBatches(problem))
  const edd = openDispatcher(jobs).run(byDue(jobs))
  // the same places, cooks and batches, and moved together at the end like ours
  const eddLateMinutes = edd ? Math.min(edd.late, lateIn(jobs, shiftLate(jobs, edd).start)) : 0
  return {
    kitchen: seed,
    batches: batches.length,
    planMs,
    lateMinutes,
    eddLateMinutes,
    makespan,
    lowerBound,
    idleMinutes,
  }
}

/** A lunch on the edge of what its kitchen can do: two dishes an order, runs from 10:40 to 12:00, open from 8:00. */
function lunch(orders: number, seed: number): PrepProblem {
  const random = numbers(seed)
  const upTo = (n: number) => Math.floor(random() * n)
  const departures = Array.from({ length: RUNS }, (_, i): Departure => {
    const loadAt = 640 + Math.round((80 * i) / (RUNS - 1))
    return { id: `r${i}`, loadAt, lastDropAt: loadAt + 25 + upTo(20) }
  })
  const step = (): Step => ({
    station: `s${upTo(STATIONS)}`,
    minutes: 6 + upTo(19),
    cooks: random() < 0.7 ? 1 : 0,
    when: 'service',
  })
  const methods = Array.from(
    { length: DISHES },
    (_, i): Method => ({
      dishId: `d${i}`,
      recipeVersionId: `d${i}-v1`,
      batchPortions: 15 + upTo(26),
      steps: Array.from({ length: 1 + upTo(3) }, step),
      holdMinutes: 180,
    }),
  )
  const wanted = new Map<string, number>()
  for (let order = 0; order < orders; order++) {
    const departureId = `r${upTo(RUNS)}`
    // some dishes sell far better than others
    for (let i = 0; i < 2; i++) {
      const key = `d${Math.floor(DISHES * random() ** 2)} ${departureId}`
      wanted.set(key, (wanted.get(key) ?? 0) + 1)
    }
  }
  const demand = [...wanted].map(([key, portions]) => {
    const [dishId = '', departureId = ''] = key.split(' ')
    return { dishId, departureId, portions }
  })
  const problem = { from: 480, stations: [], cooks: 0, methods, departures, demand, started: [] }
  return { ...problem, ...fitting(problem) }
}

/** As many places and cooks as the work fills from opening until most runs have left: no more, so that order matters. */
function fitting(problem: PrepProblem): Pick<PrepProblem, 'stations' | 'cooks'> {
  const steps = formBatches(problem).flatMap(({ method }) => method.steps)
  const needed = (work: readonly Step[]) =>
    Math.max(1, Math.round(work.reduce((sum, { minutes }) => sum + minutes, 0) / FILLED_MINUTES))
  const codes = Array.from({ length: STATIONS }, (_, i) => `s${i}`)
  return {
    stations: codes.map((code) => ({ code, places: needed(steps.filter(({ station }) => station === code)) })),
    cooks: needed(steps.filter(({ cooks }) => cooks > 0)),
  }
}

/** Lehmer's numbers from 0 up to 1, the same for a seed. */
function numbers(seed: number): () => number {
  let state = seed * 48_271
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
