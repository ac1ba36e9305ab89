import { availableParallelism } from 'node:os'
import type { Plan as EnginePlan, Unserved } from '../engine/plan'
import { routingProblem, type WaveToPlan } from '../domain/problem'
import { solveInThreads } from './engine-pool'

/** The same inputs give the same plan: so many steps for so many stops, unless the deadline of a busy machine comes first. */
const iterationsFor = (stops: number): number => Math.min(60_000, 2_000 + 400 * stops)
const DEADLINE_MS = 20_000
const SEED = 1

/** Waves planned side by side in this process; others wait for a core. */
const AT_ONCE = Math.max(1, availableParallelism() - 1)
let free = AT_ONCE
const waiting: (() => void)[] = []

/** Plans a wave in a thread, with the event loop free. Without a vehicle everything is left out. */
export async function planInThread(wave: WaveToPlan): Promise<Pick<EnginePlan, 'vehicles' | 'unserved'>> {
  const problem = routingProblem(wave)
  if (!problem || problem.stops.length === 0) return { vehicles: [], unserved: wave.stops.map(nobodyDrives) }
  if (free > 0) free -= 1
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    const iterations = iterationsFor(problem.stops.length)
    return await solveInThreads(problem, { seed: SEED, iterations, milliseconds: DEADLINE_MS })
  } finally {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
}

const nobodyDrives = ({ id }: { readonly id: string }): Unserved => ({ stop: id, reason: 'shift', change: null })
