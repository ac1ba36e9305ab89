import type { Config } from './config'
import { type Db, openDatabase, openPool, type Pool } from './database'
import { type Logger, openLog } from './log'
import { type ServiceClock, startServiceClock } from './clock'

/** What every use case is handed. Never imported, always passed in; inside a transaction `db` is that transaction. */
export interface App {
  readonly config: Config
  readonly db: Db
  readonly log: Logger
  readonly now: () => Date
}

/** An App with the things its process must close. */
export interface RunningApp extends App {
  readonly pool: Pool
  readonly clock: ServiceClock
  readonly close: () => Promise<void>
}

export interface AppOptions {
  /** The process: `web`, `worker`, `commerce`, or a script's name. */
  readonly name: string
  readonly poolSize?: number
}

/** Connects to Postgres and follows the service clock. @throws when Postgres cannot be reached within 4 s. */
export async function openApp(config: Config, { name, poolSize }: AppOptions): Promise<RunningApp> {
  const log = openLog(config, name)
  const pool = openPool({ url: config.DATABASE_URL, name, ...(poolSize ? { size: poolSize } : {}) }, log)
  const db = openDatabase(pool)
  const clock = await startServiceClock(config, pool, log)
  const close = async () => {
    await clock.close()
    await pool.end()
  }
  return { config, db, log, now: clock.now, pool, clock, close }
}
