import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Config, readConfig } from '../platform/config'
import { openPool, type Pool } from '../platform/database'
import { openLog } from '../platform/log'
import { muteTelemetry } from './mute-telemetry'

const DIRECTORY = resolve(__dirname, '../..')

/**
 * Brings Medusa's tables (schema `public`) up to date, in this process: a third of the cost of Medusa's own command,
 * which forks two more. Two at once wait for each other. Answers whether there was anything to do.
 */
export async function migrateCommerce(config: Config): Promise<'migrated' | 'unchanged'> {
  const pool = openPool({ url: config.DATABASE_URL, name: 'migrate-commerce', size: 1 }, openLog(config, 'migrate'))
  const client = await pool.connect()
  try {
    await client.query(`set statement_timeout = 0; select pg_advisory_lock(hashtext('linli.migrate-commerce'))`)
    const wanted = fingerprint()
    if ((await standing(client)) === wanted) return 'unchanged'
    await migrateMedusa(config)
    await client.query(`comment on schema public is '${wanted}'`)
    return 'migrated'
  } finally {
    client.release(true) // ends the session, and with it the lock
    await pool.end()
  }
}

/** Medusa's version and which modules are on: the same two always make the same tables. */
function fingerprint(): string {
  const { version } = JSON.parse(readFileSync(require.resolve('@medusajs/medusa/package.json'), 'utf8'))
  const modules = createHash('sha256').update(readFileSync(resolve(DIRECTORY, 'medusa-config.ts')))
  return `medusa ${version} ${modules.digest('hex').slice(0, 12)}`
}

/** What the schema says of itself. A comment travels with a cloned template and needs no table. */
async function standing(client: Pick<Pool, 'query'>): Promise<string | undefined> {
  const { rows } = await client.query<{ said: string }>(
    `select obj_description(oid, 'pg_namespace') as said from pg_namespace where nspname = 'public'`,
  )
  return rows[0]?.said
}

async function migrateMedusa(config: Config): Promise<void> {
  // medusa-config.ts reads the environment itself
  for (const [name, value] of Object.entries(config)) if (value !== undefined) process.env[name] = String(value)
  process.env['LOG_LEVEL'] = 'warn' // its migrator does not ask our logger
  muteTelemetry()
  const { initializeContainer } = await import('@medusajs/medusa/loaders/index')
  const { migrate } = await import('@medusajs/medusa/commands/db/migrate')
  const container = await initializeContainer(DIRECTORY)
  const done = await migrate({
    directory: DIRECTORY,
    container,
    logger: container.resolve('logger'),
    skipLinks: false,
    executeSafeLinks: true, // the other way asks at the keyboard
    executeAllLinks: false,
    skipScripts: true, // they repair data of older versions
    skipSearch: true,
    executeAllSearch: false,
    executeSafeSearch: false,
  })
  await container.resolve('__pg_connection__').destroy()
  if (!done) throw new Error('Medusa could not be migrated')
}

if (require.main === module) {
  migrateCommerce(readConfig()).then(
    (outcome) => {
      console.log(JSON.stringify({ msg: 'commerce schema', outcome }))
      process.exit(0)
    },
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
}
