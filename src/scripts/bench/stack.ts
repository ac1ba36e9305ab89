import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Config, readConfig } from '../../platform/config'
import { environment } from '../up/environment'
import { type Process, type ProcessName, startProcess } from '../up/linli'
import { migrate, seed } from '../up/preparation'
import { type Servers, startServers } from '../up/servers'
import { buildStorefront } from '../up/storefront'
import { withDatabase } from '../up/sql'
import { openState } from '../up/state'
import { freePort } from '../up/waiting'

/** A Linli of the bench's own, with the demo city in it, thrown away afterwards. */
export interface Stack {
  readonly config: Config
  readonly start: (name: ProcessName) => Promise<Process>
  readonly close: () => Promise<void>
}

/** As in production; the demo's clock and its checks of every answer are off. */
const SERIOUS = { NODE_ENV: 'production', DEMO: 'false', LOCAL_PAYMENTS: 'true', LOG_LEVEL: 'info' }

/** Starts real servers that count their statements, migrates and seeds them; the processes are started one by one. */
export async function openStack(tell: (line: string) => void): Promise<Stack> {
  await buildStorefront(tell)
  const folder = await mkdtemp(join(tmpdir(), 'linli-bench-'))
  const state = openState(folder)
  const start = () => startServers({ state, onEvent: tell })
  let servers: Servers = await start()
  await withDatabase(servers.databaseUrl, (pool) =>
    pool.query(`alter system set shared_preload_libraries = 'pg_stat_statements'`),
  )
  await servers.stop()
  servers = await start()
  await withDatabase(servers.databaseUrl, (pool) => pool.query('create extension pg_stat_statements'))

  const { databaseUrl, redisUrl } = servers
  const surroundings = { databaseUrl, redisUrl, port: await freePort(), commercePort: await freePort(), demo: true }
  const env: NodeJS.ProcessEnv = { ...environment(state, surroundings), NODE_ENV: 'development', LOG_LEVEL: 'warn' }
  tell('migrating and seeding')
  await migrate({ state, env })
  await seed({ state, env })
  const running: Process[] = []
  return {
    config: readConfig(env),
    start: async (name) => {
      const process = startProcess(name, {
        env: { ...env, ...SERIOUS },
        logs: join(folder, 'logs'),
        onEvent: tell,
      })
      running.push(process)
      await process.ready
      return process
    },
    close: async () => {
      for (const process of running.reverse()) await process.stop()
      await servers.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
