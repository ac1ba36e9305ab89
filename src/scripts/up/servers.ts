import { startPostgres } from './postgres'
import { endProcess, isAlive, markProcess } from './processes'
import { startRedis } from './redis'
import type { Server, ServerOptions } from './server'
import { createDatabase, databaseUrl } from './sql'

export interface Servers {
  /** The database `linli`, or what DATABASE_URL names. */
  readonly databaseUrl: string
  readonly redisUrl: string
  /** Process numbers of the embedded servers that run. */
  readonly pids: () => Partial<Record<'postgres' | 'redis', number>>
  readonly adopted: boolean
  /** Ends what this run started or took over from a dead one; leaves what belongs to a living one. */
  readonly stop: () => Promise<void>
}

export interface ServersOptions extends ServerOptions {
  /** DATABASE_URL and REDIS_URL in it replace the embedded servers. */
  readonly env?: NodeJS.ProcessEnv
}

/** Starts Postgres and Redis beside each other and waits until both answer; when one fails, neither is left running. */
export async function startServers({ env = {}, ...options }: ServersOptions): Promise<Servers> {
  const { kept, save } = options.state
  const we = markProcess(process.pid)
  const isGuest = isAlive(kept.processes.owner) && kept.processes.owner.pid !== we.pid
  if (!isGuest) kept.processes.owner = we
  save()

  const started = await Promise.allSettled([
    env['DATABASE_URL'] ? undefined : startPostgres(options),
    env['REDIS_URL'] ? undefined : startRedis(options),
  ])
  save()
  const [postgres, redis] = started.map((server) => (server.status === 'fulfilled' ? server.value : undefined))
  const stop = async () => {
    for (const server of [redis, postgres]) if (server && !(server.adopted && isGuest)) await stopServer(server)
  }

  const failed = started.find((server) => server.status === 'rejected')
  if (failed) {
    await stop()
    throw failed.reason
  }
  if (postgres) await createDatabase(postgres.url, 'linli')
  return {
    databaseUrl: postgres ? databaseUrl(postgres.url, 'linli') : (env['DATABASE_URL'] ?? ''),
    redisUrl: redis ? redis.url : (env['REDIS_URL'] ?? ''),
    pids: () => ({
      ...(postgres ? { postgres: postgres.mark().pid } : {}),
      ...(redis ? { redis: redis.mark().pid } : {}),
    }),
    adopted: Boolean(postgres?.adopted || redis?.adopted),
    stop,
  }
}

const stopServer = (server: Server): Promise<void> => server.stop?.() ?? endProcess(server.mark(), server.signals)
