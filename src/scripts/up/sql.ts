import { openPool, type Pool } from '../../platform/database'
import { openLog } from '../../platform/log'

/** Opens one connection for the length of `work`. */
export async function withDatabase<T>(url: string, work: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = openPool({ url, name: 'up', size: 1 }, openLog({ LOG_LEVEL: 'silent' }, 'up'))
  try {
    return await work(pool)
  } finally {
    await pool.end()
  }
}

/** The same server, another database. */
export function databaseUrl(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

/** Creates the database unless it stands already; also when somebody else does the same at this moment. */
export async function createDatabase(serverUrl: string, name: string): Promise<void> {
  await withDatabase(serverUrl, async (pool) => {
    const found = await pool.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount) return
    await pool.query(`create database "${name}"`).catch((error: { code?: string }) => {
      const ALREADY_THERE = ['42P04', '23505']
      if (!ALREADY_THERE.includes(error.code ?? '')) throw error
    })
  })
}
