import { Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import type { App } from './app'
import type { Queues } from './queue'

/** Something done again and again, by state: what is due is read from the database, never from the tick. */
export interface Chore {
  readonly name: string
  readonly everyMs: number
  readonly run: (app: App) => Promise<unknown>
}

const QUEUE = 'clock'

/** Runs the chores of the whole installation: one scheduler each, whatever the number of workers. */
export async function schedule(app: App, redis: Redis, queues: Queues, chores: readonly Chore[]): Promise<Worker> {
  const byName = new Map(chores.map((chore) => [chore.name, chore]))
  for (const { name, everyMs } of chores) {
    const template = { name, opts: { attempts: 1, removeOnComplete: true, removeOnFail: { count: 100 } } }
    await queues.of(QUEUE).upsertJobScheduler(name, { every: everyMs }, template)
  }
  const worker = new Worker(QUEUE, async (job) => void (await byName.get(job.name)?.run(app)), {
    connection: redis,
    prefix: app.config.QUEUE_PREFIX,
    concurrency: 4,
    maxStalledCount: 10,
  })
  worker.on('failed', (job, error) => app.log.warn({ chore: job?.name, err: error }, 'chore failed'))
  worker.on('error', (error) => app.log.warn({ err: error }, 'clock connection'))
  return worker
}
