import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import { openCallers } from '../../../src/http/auth'
import { mountOps } from '../../../src/http/ops/ops'
import { proxy } from '../../../src/http/proxy'
import { allRoutes } from '../../../src/http/routes'
import type { Route } from '../../../src/http/serve'
import { createServer } from '../../../src/http/server'
import { stripeWebhook } from '../../../src/http/store/stripe-webhook'
import { openCommerce } from '../../../src/platform/commerce'
import { consume } from '../../../src/platform/consume'
import { openFapiao } from '../../../src/platform/e-invoices/open'
import { openInvoices } from '../../../src/platform/invoices/open'
import { openPayments } from '../../../src/platform/payments/open'
import { openQueues } from '../../../src/platform/queue'
import { openRedis } from '../../../src/platform/redis'
import { readiness } from '../../../src/platform/readiness'
import { openStreams } from '../../../src/platform/realtime'
import { startRelay } from '../../../src/platform/relay'
import { allHandlers } from '../../../workers/handlers'
import { routesOf } from '../../../workers/routes'
import { type TestApp, testApp } from '../../support/app'
import { type Call, callAt } from '../../support/call'

export interface City {
  readonly app: TestApp
  readonly url: string
  readonly server: Express
  readonly routes: readonly Route[]
  readonly call: Call
  readonly close: () => Promise<void>
}

/**
 * All of `web` but its pages, in this process, on a copy of the demo city, and beside it the workers that cook, drive and
 * buy. Commerce is left out, as if it were down: log-ins are refused, everything else goes on.
 */
export async function openCity(env: Readonly<Record<string, string>> = {}): Promise<City> {
  const app = await testApp({ template: 'city', env: { DEMO: 'true', COMMERCE_URL: 'http://127.0.0.1:9', ...env } })
  const [producer, worker] = [openRedis(app.config, 'producer'), openRedis(app.config, 'worker')]
  const queues = openQueues(app.config, producer)
  const streams = openStreams(app.config, app.pool, app.log)
  const payments = openPayments(app.config)
  const commerce = openCommerce(app.config)
  const callerOf = openCallers(app)
  const routes = allRoutes({ payments, callerOf, commerce, clock: app.clock })
  const server = createServer(app, {
    callerOf,
    streams,
    routes,
    beforeBody: (express) => {
      stripeWebhook(express, app, payments)
      express.use(proxy(app.config))
    },
    afterApi: (express) =>
      mountOps(express, { app, ready: () => readiness(app, producer), redis: producer, streams, routes }),
  })
  const { commerce: _, ...handlers } = allHandlers({
    commerce,
    payments,
    invoices: openInvoices(app.config),
    fapiao: openFapiao(app.config),
  })
  const consumers = Object.entries(handlers).map(([name, own]) => consume({ app, redis: worker, name, handlers: own }))
  const relay = startRelay(app, queues, routesOf(handlers))
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`

  const close = async () => {
    listening.close()
    listening.closeAllConnections()
    await streams.close()
    await relay.close()
    await Promise.all(consumers.map((consumer) => consumer.close()))
    await queues.close()
    producer.disconnect()
    worker.disconnect()
    await app.close()
  }
  return { app, url, server, routes, call: callAt(url), close }
}
