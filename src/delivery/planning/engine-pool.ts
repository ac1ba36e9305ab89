import { runInThread } from '../../platform/thread'
import type { Plan } from '../engine/plan'
import type { RoutingProblem } from '../engine/problem'
import { InvalidProblem } from '../engine/fields'

const PROGRAM = 'src/delivery/planning/engine-worker.ts'

export interface PoolOptions {
  readonly threads?: number
  readonly seed?: number
  readonly iterations?: number
  readonly milliseconds?: number
  /** What milliseconds are counted on: the wall's clock, or CPU time per thread, so that a busy machine plans as well as an idle one. */
  readonly clock?: 'wall' | 'cpu'
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: { thread: number; iterations: number; fraction: number; cost: number }) => void
}

export interface Job {
  readonly problem: RoutingProblem
  readonly options: { readonly seed: number; readonly iterations?: number; readonly milliseconds?: number }
  /** How many threads share the CPU time of this process; null to go by the wall's clock. */
  readonly sharing: number | null
  /** Shared by all threads: 1 asks them to end with the best they have. */
  readonly stop: Int32Array
}

export interface Progress {
  readonly iterations: number
  readonly fraction: number
  readonly cost: number
}

/** CPU time of this process in milliseconds, divided among the threads that work in it. */
export const cpuClock = (threads: number) => (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000 / threads
}

/** Runs seeds side by side, one per thread, off the caller's event loop, and returns the best plan: fewest left out, then cheapest. */
export async function solveInThreads(problem: RoutingProblem, options: PoolOptions = {}): Promise<Plan> {
  const { threads = 1, seed = 1, iterations, milliseconds, clock = 'wall', signal, onProgress } = options
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const sharing = clock === 'cpu' ? Math.max(1, threads) : null
  const ask = () => Atomics.store(stop, 0, 1)
  if (signal?.aborted) ask()
  signal?.addEventListener('abort', ask, { once: true })
  try {
    const plans = await Promise.all(
      Array.from({ length: Math.max(1, threads) }, (_, thread) => {
        const limits = {
          ...(iterations === undefined ? {} : { iterations }),
          ...(milliseconds === undefined ? {} : { milliseconds }),
        }
        const job: Job = { problem, options: { seed: seed + thread, ...limits }, sharing, stop }
        return runInThread<Job, Plan, Progress>(PROGRAM, job, {
          onProgress: (progress) => onProgress?.({ thread, ...progress }),
        }).catch(asThrown)
      }),
    )
    const missing = (plan: Plan) =>
      plan.unserved.filter(({ stop: id }) => problem.stops.find((s) => s.id === id)?.penalty === undefined).length
    return plans.toSorted((a, b) => missing(a) - missing(b) || a.cost - b.cost)[0]!
  } finally {
    signal?.removeEventListener('abort', ask)
  }
}

/** A class does not cross threads: what was refused there is refused here by its own name again. */
function asThrown(error: Error & { readonly field?: string }): never {
  if (error.name !== 'InvalidProblem' || error.field === undefined) throw error
  throw new InvalidProblem(error.field, error.message.replace(`${error.field}: `, ''))
}
