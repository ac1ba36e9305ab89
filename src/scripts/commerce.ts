import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { constants, setPriority } from 'node:os'
import { commerceDoor } from '../http/commerce-door'
import { openApp } from '../platform/app'
import { ConfigError, readConfig } from '../platform/config'
import { muteTelemetry } from './mute-telemetry'

/** Requests under way at SIGTERM may take this long; then they are cut. */
const DRAIN_MS = 10_000

/** Medusa in a process of its own, on the private side. */
async function main(): Promise<void> {
  const startedAt = performance.now()
  // as `node --disable-proto=delete`: half of the ways to a prototype closed, whoever starts us
  Reflect.deleteProperty(Object.prototype, '__proto__')
  // where cores are short the book of record gives way to the moment of ordering
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  process.noDeprecation = true // Medusa's ORM uses pg in a way that pg 9 will not allow; not ours to mend
  const config = readConfig()
  const app = await openApp(config, { name: 'commerce', poolSize: 3 })
  const door = commerceDoor(config)
  muteTelemetry()
  // only now: telemetry must be muted before Medusa is loaded
  const { bootMedusa } = require('./boot-medusa') as typeof import('./boot-medusa')
  const shutdown = await bootMedusa(app, door)

  const listening = door.listen(Number(new URL(config.COMMERCE_URL).port || 80), config.HOST)
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  app.log.info({ url: `http://${config.HOST}:${port}`, ms: Math.round(performance.now() - startedAt) }, 'ready')

  const stop = async () => {
    await drain(listening)
    await shutdown()
    await app.close()
    process.exit(0)
  }
  process.once('SIGTERM', () => void stop())
  process.once('SIGINT', () => void stop())
}

async function drain(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref()
  await closed
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error)
  process.exit(1)
})
