import { parentPort, workerData } from 'node:worker_threads'
import { solve } from './engine/solve'
import type { Job, Message } from './engine-pool'

/** One thread of the pool: solves the problem it was born with and says how it goes. */
const { problem, options, stop } = workerData as Job
const signal = {
  get aborted() {
    return Atomics.load(stop, 0) === 1
  },
}
const say = (message: Message) => parentPort!.postMessage(message)
try {
  const plan = solve(problem, {
    ...options,
    signal,
    onProgress: ({ iterations, fraction, cost }) => say({ kind: 'progress', iterations, fraction, cost }),
  })
  say({ kind: 'plan', plan })
} catch (error) {
  const { message, field } = error as Error & { field?: string }
  say({ kind: 'failed', message, field: field ?? null })
}
