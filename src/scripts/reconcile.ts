import { routesOf } from '../../workers/routes'
import { allHandlers } from '../../workers/handlers'
import { openApp } from '../platform/app'
import { openCommerce } from '../platform/commerce'
import { openFapiao } from '../platform/e-invoices/open'
import { openInvoices } from '../platform/invoices/open'
import { openPayments } from '../platform/payments/open'
import { openQueues } from '../platform/queue'
import { openRedis } from '../platform/redis'
import { findDifferences } from './reconcile/differences'
import { repair } from './reconcile/repair'
import { runningConfig } from './up/running-config'

/** `npm run reconcile [-- --fix] [-- --json]`: ends with an error while anything differs. */
async function main(argv: readonly string[]): Promise<number> {
  const config = runningConfig()
  const app = await openApp({ ...config, LOG_LEVEL: 'error' }, { name: 'reconcile' })
  const redis = openRedis(config, 'worker')
  const queues = openQueues(config, redis)
  try {
    const client = openCommerce(config)
    const routes = routesOf(
      allHandlers({
        commerce: client,
        payments: openPayments(config),
        invoices: openInvoices(config),
        fapiao: openFapiao(config),
      }),
    )
    const commerce = await client.selfCheck().then(
      () => client,
      () => undefined,
    )
    if (!commerce) process.stdout.write("commerce does not answer: Medusa's book is left out\n")
    const parts = { queues, routes, commerce }
    if (argv.includes('--fix')) for (const line of await repair(app, parts)) process.stdout.write(`${line}\n`)
    const differences = await findDifferences(app, parts)
    if (argv.includes('--json')) process.stdout.write(`${JSON.stringify(differences)}\n`)
    else
      for (const { check, subject, expected, found } of differences) {
        process.stdout.write(`${check.padEnd(22)} ${subject}\n${' '.repeat(23)}expected ${expected}, found ${found}\n`)
      }
    process.stdout.write(`${differences.length} differences\n`)
    return differences.length === 0 ? 0 : 1
  } finally {
    await queues.close()
    redis.disconnect()
    await app.close()
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(2)
  },
)
