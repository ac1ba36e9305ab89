import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startServers } from './servers'
import { dataFolder, openState } from './state'

/** Only the two servers: `node --import tsx src/scripts/up/services.ts --data DIR` prints their URLs and stays until SIGTERM. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' } } })
  const folder = values.data ? resolve(values.data) : dataFolder()
  const servers = await startServers({ state: openState(folder), onEvent: (text) => console.error(text) })

  const stay = setInterval(() => {}, 2 ** 30)
  const stop = async () => {
    clearInterval(stay)
    await servers.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
  console.log(JSON.stringify({ DATABASE_URL: servers.databaseUrl, REDIS_URL: servers.redisUrl, pids: servers.pids() }))
}

void main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
