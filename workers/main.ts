import { openApp } from '../src/platform/app'
import { openCommerce } from '../src/platform/commerce'
import { ConfigError, readConfig } from '../src/platform/config'
import { type Consumer, consume } from '../src/platform/consume'
import { openFapiao } from '../src/platform/e-invoices/open'
import { openInvoices } from '../src/platform/invoices/open'
import { openPayments } from '../src/platform/payments/open'
import { openQueues } from '../src/platform/queue'
import { openRedis } from '../src/platform/redis'
import { type Relay, startRelay } from '../src/platform/relay'
import { schedule } from '../src/platform/schedule'
import { chores } from './clock'
import { allHandlers } from './handlers'
import { routesOf } from './routes'

/** Jobs under way at once: many where facts of a rush are dealt with together, one where each fills a core. */
const CONCURRENCY: Readonly<Record<string, number>> = { commerce: 200, kitchen: 64, forecasting: 1 }

/**
 * The `worker` process: `main.ts kitchen delivery` runs those queues, `main.ts` all of them with relay and clock.
 */
async function main(wanted: readonly string[]): Promise<void> {
  const config = readConfig()
  const app = await openApp(config, { name: 'worker', poolSize: 12 })
  const redis = openRedis(config, 'worker')
  redis.on('error', (error) => app.log.warn({ err: error }, 'redis'))
  const queues = openQueues(config, redis)
  const client = openCommerce(config)
  const payments = openPayments(config)
  const handlers = allHandlers({
    commerce: client,
    payments,
    invoices: openInvoices(config),
    fapiao: openFapiao(config),
  })
  const runs = (name: string) => wanted.length === 0 || wanted.includes(name)
  const unknown = wanted.filter((name) => !(name in handlers) && name !== 'relay' && name !== 'clock')
  if (unknown.length > 0)
    throw new ConfigError(`no worker named ${unknown.join(', ')}: ${Object.keys(handlers).join(', ')}, relay, clock`)

  const workers: Consumer[] = Object.entries(handlers)
    .filter(([name]) => runs(name))
    .map(([name, own]) => consume({ app, redis, name, handlers: own, concurrency: CONCURRENCY[name] ?? 8 }))
  const relay: Relay | undefined = runs('relay') ? startRelay(app, queues, routesOf(handlers)) : undefined
  if (runs('clock')) workers.push(await schedule(app, redis, queues, chores(client, payments)))
  await Promise.all(workers.map((worker) => worker.waitUntilReady()))
  app.log.info({ queues: workers.map(({ name }) => name), relay: relay !== undefined }, 'ready')

  const stop = async () => {
    await relay?.close()
    await Promise.all(workers.map((worker) => worker.close()))
    await queues.close()
    redis.disconnect()
    await app.close()
    process.exit(0)
  }
  process.once('SIGTERM', () => void stop())
  process.once('SIGINT', () => void stop())
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  )
  process.exit(1)
})
