import { Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { CITY_QUEUE } from './queue-name'
import { routeKitchen } from './route-kitchen'

/** One worker process of the bench: takes a kitchen at a time until it is told to end. Arguments: the queue's prefix. */
const [prefix = ''] = process.argv.slice(2)
const connection = new Redis(process.env['REDIS_URL'] ?? '', { maxRetriesPerRequest: null })
// a kitchen keeps the event loop busy for seconds; the lock must last longer
const worker = new Worker(CITY_QUEUE, (job) => routeKitchen(job.data), { connection, prefix, lockDuration: 120_000 })
worker.on('error', (error) => process.stderr.write(`${error.message}\n`))
void worker.waitUntilReady().then(() => process.send?.('ready'))
process.once('SIGTERM', () => {
  void worker.close().then(() => connection.quit().then(() => process.exit(0)))
})
// the bench itself is gone
process.once('disconnect', () => process.exit(1))
