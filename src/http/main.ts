import { createServer as createHttpServer } from 'node:http'
import { openApp } from '../platform/app'
import { openCommerce } from '../platform/commerce'
import { ConfigError, readConfig } from '../platform/config'
import { openPayments } from '../platform/payments/open'
import { readiness } from '../platform/readiness'
import { openStreams } from '../platform/realtime'
import { openRedis } from '../platform/redis'
import { openCallers } from './auth'
import { mountOps } from './ops/ops'
import { proxy } from './proxy'
import { allRoutes } from './routes'
import { createServer } from './server'
import { stripeWebhook } from './store/stripe-webhook'
import { mountFaces } from './web'

/** How long requests under way may take to end when we are asked to stop. */
const DRAIN_MS = 10_000

/** The `web` process: the faces, our API and its live streams. */
async function main(): Promise<void> {
  const config = readConfig()
  const app = await openApp(config, { name: 'web', poolSize: 20 })
  const redis = openRedis(config, 'producer')
  redis.on('error', () => undefined) // readiness shows it
  const streams = openStreams(config, app.pool, app.log)
  const payments = openPayments(config)
  const callerOf = openCallers(app)
  const commerce = openCommerce(config)
  const routes = allRoutes({ payments, callerOf, commerce, clock: app.clock })
  const server = createServer(app, {
    callerOf,
    streams,
    routes,
    beforeBody: (express) => {
      stripeWebhook(express, app, payments)
      express.use(proxy(config))
    },
    afterApi: (express) => {
      mountOps(express, { app, ready: () => readiness(app, redis), redis, streams, routes })
      mountFaces(express, { app })
    },
  })
  const http = createHttpServer(server)
  http.keepAliveTimeout = 65_000
  http.listen(config.PORT, config.HOST, () => app.log.info({ port: config.PORT }, 'ready'))
  http.on('error', (error) => {
    app.log.error({ err: error }, 'web cannot listen')
    process.exit(1)
  })

  const stop = async () => {
    const forced = setTimeout(() => http.closeAllConnections(), DRAIN_MS)
    http.close()
    http.closeIdleConnections()
    await streams.close()
    clearTimeout(forced)
    http.closeAllConnections()
    redis.disconnect()
    await app.close()
    process.exit(0)
  }
  process.once('SIGTERM', () => void stop())
  process.once('SIGINT', () => void stop())
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  )
  process.exit(1)
})
