import { is } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { PgTransaction } from 'drizzle-orm/pg-core'
import pg from 'pg'
import type { Logger } from './log'
import { keepPlans } from './prepared'

/** A database or an open transaction: both can `.transaction`, the inner one as a savepoint. */
export type Db = Pick<
  NodePgDatabase,
  | 'select'
  | 'selectDistinct'
  | 'selectDistinctOn'
  | 'insert'
  | 'update'
  | 'delete'
  | 'execute'
  | 'transaction'
  | '$with'
  | 'with'
>
/** The database inside an open transaction. */
export type Tx = Db

export type Pool = pg.Pool

export interface DatabaseOptions {
  readonly url: string
  /** Shown in pg_stat_activity. */
  readonly name: string
  /** Connections at most; default 10. */
  readonly size?: number
}

/** A pool whose idle connections may drop without ending the process, and whose statements end after 15 s. */
export function openPool({ url, name, size = 10 }: DatabaseOptions, log: Logger): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: `linli-${name}`,
    connectionTimeoutMillis: 4_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
  })
  pool.on('connect', keepPlans)
  pool.on('error', (error) => log.warn({ err: error }, 'idle database connection dropped'))
  return pool
}

export const openDatabase = (pool: Pool): Db => drizzle(pool)

/** Works in a transaction: the one that is open, whose fate it then shares, or one of its own. */
export const inTransaction = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  is(db, PgTransaction) ? work(db) : db.transaction(work)
