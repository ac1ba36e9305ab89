import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Plan } from './engine/plan'
import type { RoutingProblem } from './engine/problem'
import { InvalidProblem } from './engine/validation'

export interface PoolOptions {
  readonly threads?: number
  readonly seed?: number
  readonly iterations?: number
  readonly milliseconds?: number
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: { thread: number; iterations: number; fraction: number; cost: number }) => void
}

export interface Job {
  readonly problem: RoutingProblem
  readonly options: { readonly seed: number; readonly iterations?: number; readonly milliseconds?: number }
  /** Shared by all threads: 1 asks them to end with the best they have. */
  readonly stop: Int32Array
}

export type Message =
  | { readonly kind: 'progress'; readonly iterations: number; readonly fraction: number; readonly cost: number }
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'failed'; readonly message: string; readonly field: string | null }

/** Runs seeds side by side, one per thread, off the caller's event loop, and returns the best plan: fewest left out, then cheapest. */
export async function solveInThreads(problem: RoutingProblem, options: PoolOptions = {}): Promise<Plan> {
  const { threads = 1, seed = 1, iterations, milliseconds, signal, onProgress } = options
  const stop = new Int32Array(new SharedArrayBuffer(4))
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
        return runThread({ problem, options: { seed: seed + thread, ...limits }, stop }, (progress) =>
          onProgress?.({ thread, ...progress }),
        )
      }),
    )
    const missing = (plan: Plan) =>
      plan.unserved.filter(({ stop: id }) => problem.stops.find((s) => s.id === id)?.penalty === undefined).length
    return plans.toSorted((a, b) => missing(a) - missing(b) || a.cost - b.cost)[0]!
  } finally {
    signal?.removeEventListener('abort', ask)
  }
}

function runThread(
  job: Job,
  report: (progress: { iterations: number; fraction: number; cost: number }) => void,
): Promise<Plan> {
  // A thread does not inherit the loader for TypeScript on Node 20, so its first words load it.
  const quoted = [require.resolve('tsx/cjs'), path.join(__dirname, 'engine-worker.ts')].map((file) =>
    JSON.stringify(file),
  )
  const worker = new Worker(`require(${quoted[0]}); require(${quoted[1]})`, { eval: true, workerData: job })
  return new Promise((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if (message.kind === 'progress') report(message)
      else if (message.kind === 'plan') resolve(message.plan)
      else
        reject(
          message.field === null
            ? new Error(message.message)
            : new InvalidProblem(message.field, message.message.replace(`${message.field}: `, '')),
        )
    })
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`the routing thread ended with code ${code} and no plan`)))
  })
}
