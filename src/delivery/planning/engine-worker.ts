import { inThread } from '../../platform/thread'
import type { Plan } from '../engine/plan'
import { solve } from '../engine/solve'
import { cpuClock, type Job, type Progress } from './engine-pool'

/** One thread of the pool: solves the problem it was born with and says how it goes. */
inThread<Job, Plan, Progress>(({ problem, options, sharing, stop }, report) =>
  solve(problem, {
    ...options,
    ...(sharing === null ? {} : { clock: cpuClock(sharing) }),
    signal: {
      get aborted() {
        return Atomics.load(stop, 0) === 1
      },
    },
    onProgress: ({ iterations, fraction, cost }) => report({ iterations, fraction, cost }),
  }),
)
