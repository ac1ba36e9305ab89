import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import type { Config } from './config'
import { ROOT } from './root'

/** Two processes that start at once must not migrate at once. */
const LOCK = 20_261_123

/**
 * Brings our schemas to the newest version: the numbered migrations first, then each context's functions and triggers
 * (`src/<context>/*.sql`, all written as "create or replace").
 */
export async function migrateOurs(config: Pick<Config, 'DATABASE_URL'>): Promise<void> {
  const client = new pg.Client({ connectionString: config.DATABASE_URL })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await migrate(drizzle(client), {
      migrationsFolder: join(ROOT, 'migrations'),
      migrationsSchema: 'drizzle',
      migrationsTable: 'migrations',
    })
    for (const file of await functionFiles()) await client.query(await readFile(file, 'utf8'))
  } finally {
    await client.end()
  }
}

/** The platform's first: triggers of the contexts name its functions. */
async function functionFiles(): Promise<string[]> {
  const files = (await readdir(join(ROOT, 'src'), { recursive: true })).filter((file) => file.endsWith('.sql')).sort()
  const ofPlatform = files.filter((file) => file.startsWith('platform'))
  return [...new Set([...ofPlatform, ...files])].map((file) => join(ROOT, 'src', file))
}
