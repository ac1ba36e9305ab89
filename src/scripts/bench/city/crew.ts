import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Queue, QueueEvents } from 'bullmq'
import { Redis } from 'ioredis'
import { ROOT } from '../../../platform/root'
import { CITY_QUEUE } from './queue-name'
import type { KitchenRouted, RouteKitchen } from './route-kitchen'

export interface Crew {
  /** Sends one job a kitchen and waits for all of them. @throws when one fails. */
  readonly route: (jobs: readonly RouteKitchen[]) => Promise<KitchenRouted[]>
  readonly close: () => Promise<void>
}

/** Starts so many worker processes on one queue of their own. */
export async function startCrew(redisUrl: string, workers: number): Promise<Crew> {
  const prefix = `linli-bench-${process.pid}-${workers}`
  const connect = () => new Redis(redisUrl, { maxRetriesPerRequest: null })
  const [connection, listening] = [connect(), connect()]
  const queue = new Queue(CITY_QUEUE, { connection, prefix })
  const events = new QueueEvents(CITY_QUEUE, { connection: listening, prefix })
  // every job is waited for from the start, one listener each
  events.setMaxListeners(0)
  queue.setMaxListeners(0)
  await events.waitUntilReady()
  const processes = Array.from({ length: workers }, () => startWorker(redisUrl, prefix))
  await Promise.all(processes.map((child) => once(child, 'message')))
  return {
    route: async (jobs) => {
      // the largest first, so that no long one begins when the others have ended
      const sorted = [...jobs].sort((a, b) => b.lunch.stops.length - a.lunch.stops.length)
      const added = await queue.addBulk(sorted.map((data) => ({ name: data.lunch.kitchenId, data })))
      return Promise.all(added.map((job): Promise<KitchenRouted> => job.waitUntilFinished(events)))
    },
    close: async () => {
      await Promise.all(processes.map(endWorker))
      await queue.obliterate({ force: true })
      await Promise.all([queue.close(), events.close()])
      connection.disconnect()
      listening.disconnect()
    },
  }
}

const startWorker = (redisUrl: string, prefix: string): ChildProcess =>
  fork(join(ROOT, 'src/scripts/bench/city/worker.ts'), [prefix], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, REDIS_URL: redisUrl },
  })

async function endWorker(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}
