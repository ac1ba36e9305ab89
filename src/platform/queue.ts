import { type ConnectionOptions, Queue } from 'bullmq'
import type { Config } from './config'

export interface Queues {
  readonly of: (name: string) => Queue
  readonly close: () => Promise<void>
}

/** Retried for about a day (capped back-off with jitter); never removed when failed: an operator sees and replays it. */
const JOB_OPTIONS = {
  attempts: 60,
  backoff: { type: 'exponential', delay: 500, jitter: 0.5 },
  removeOnComplete: { age: 3_600, count: 1_000 },
  removeOnFail: false,
} as const

/** The queues of this installation, opened once each. */
export function openQueues(config: Config, connection: ConnectionOptions): Queues {
  const open = new Map<string, Queue>()
  const of = (name: string): Queue => {
    const known = open.get(name)
    if (known) return known
    const queue = new Queue(name, { connection, prefix: config.QUEUE_PREFIX, defaultJobOptions: JOB_OPTIONS })
    queue.on('error', () => undefined) // connection trouble shows where it is used
    open.set(name, queue)
    return queue
  }
  return { of, close: async () => void (await Promise.all([...open.values()].map((queue) => queue.close()))) }
}
