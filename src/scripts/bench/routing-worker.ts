import { readFileSync } from 'node:fs'
import path from 'node:path'
import { baselines } from '../../delivery/engine/baselines'
import { checkPlan } from '../../delivery/engine/checker'
import { readProblem } from '../../delivery/engine/formats/read'
import { solve } from '../../delivery/engine/solve'
import { cpuClock, solveInThreads } from '../../delivery/planning/engine-pool'
import { inThread } from '../../platform/thread'

export interface Measurement {
  readonly file: string
  readonly seconds: number
  readonly threads: number
  /** Best-known cost, or null when the table has none. */
  readonly bestKnown: number | null
}

/** What one file showed. Gaps are percent above the best-known cost, null where something is missing; costs in the file's unit. */
export interface Row {
  readonly set: string
  readonly instance: string
  readonly stops: number
  readonly cost: number
  readonly bestKnown: number | null
  readonly gap: number | null
  readonly nearestNeighbourGap: number | null
  readonly savingsGap: number | null
  readonly cpuSeconds: number
  readonly iterationsPerSecond: number
  readonly peakMb: number
  readonly unserved: number
  readonly violations: number
}

const percentAbove = (cost: number | null, best: number | null): number | null =>
  cost === null || best === null ? null : (cost / best - 1) * 100

async function measure({ file, seconds, threads, bestKnown }: Measurement): Promise<Row> {
  const { problem, unit } = readProblem(readFileSync(file, 'utf8'))
  const best = bestKnown ?? problem.bestKnown ?? null
  const iterations = new Map<number, number>()
  const clock = cpuClock(1)
  const before = clock()
  const milliseconds = seconds * 1000
  const plan =
    threads === 1
      ? solve(problem, { milliseconds, clock, onProgress: (progress) => iterations.set(0, progress.iterations) })
      : await solveInThreads(problem, {
          threads,
          milliseconds,
          clock: 'cpu',
          onProgress: (progress) => iterations.set(progress.thread, progress.iterations),
        })
  const used = (clock() - before) / 1000
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024)
  // After the search: V8 compiles the engine best for the first problem it sees, and this is measured as production runs it.
  const simple = baselines(problem)
  const inUnit = (cost: number | null) => (cost === null ? null : cost / unit)
  return {
    set: path.basename(path.dirname(file)),
    instance: path.basename(file).replace(/\.\w+$/, ''),
    stops: problem.stops.length,
    cost: plan.cost / unit,
    bestKnown: best,
    gap: plan.unserved.length > 0 ? null : percentAbove(plan.cost / unit, best),
    nearestNeighbourGap: percentAbove(inUnit(simple.nearestNeighbour), best),
    savingsGap: percentAbove(inUnit(simple.savings), best),
    cpuSeconds: used,
    iterationsPerSecond: Math.round([...iterations.values()].reduce((sum, steps) => sum + steps, 0) / used),
    peakMb,
    unserved: plan.unserved.length,
    violations: checkPlan(problem, plan).length,
  }
}

/** One file in a thread of its own, as production solves one problem in a thread of its own. */
inThread<Measurement, Row>(measure)
