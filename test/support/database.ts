import { join, resolve } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { migrateOurs } from '../../src/platform/migrate'
import { dyingWithUs, run } from '../../src/scripts/up/commands'
import { fingerprint } from '../../src/scripts/up/fingerprint'
import { databaseUrl } from '../../src/scripts/up/sql'
import { testEnvironment } from './environment'

const ROOT = resolve(__dirname, '../..')

/**
 * What a database is a copy of: `ours` holds our tables, empty (1 s the first time in a run);
 * `commerce` Medusa's as well (about 10 s); `city` the seeded demo city (up to a minute). A copy of any takes 0.1 to 0.5 s.
 */
export type Template = 'ours' | 'commerce' | 'city'

export interface FreshDatabase {
  readonly url: string
  /** A numbered Redis database nobody else of this run uses. */
  readonly redisUrl: string
  /** For QUEUE_PREFIX. */
  readonly queuePrefix: string
  readonly drop: () => Promise<void>
}

/** A database of one's own, and a Redis database beside it. */
export async function freshDatabase(template: Template = 'ours'): Promise<FreshDatabase> {
  const source = await readyTemplate(template)
  const serial = await onServer(async (client) => {
    await client.query(
      'select pg_advisory_lock(1); create sequence if not exists test_serial; select pg_advisory_unlock(1)',
    )
    const { rows } = await client.query<{ serial: string }>(`select nextval('test_serial') as serial`)
    const next = Number(rows[0]?.serial)
    await client.query(`create database test_${next} template ${source}`)
    return next
  })
  const { postgres, redis } = inject('servers')
  return {
    url: databaseUrl(postgres, `test_${serial}`),
    redisUrl: `${redis}/${1 + (serial % 255)}`,
    queuePrefix: `test-${serial}`,
    drop: () =>
      onServer(async (client) => void (await client.query(`drop database if exists test_${serial} with (force)`))),
  }
}

/** Makes the template once per run, whoever asks first; the others wait. Answers its name, which carries what it was made from. */
async function readyTemplate(template: Template): Promise<string> {
  const name = `template_${template}_${madeFrom(template)}`
  await onServer(async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    const found = await client.query('select 1 from pg_database where datname = $1 and not datallowconn', [name])
    if (found.rowCount) return
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name} template ${await BELOW[template]()}`)
    await FILL[template](databaseUrl(inject('servers').postgres, name))
    // finished, and closed: a template with a guest inside cannot be copied
    await client.query(`alter database ${name} allow_connections false`)
  })
  return name
}

const BELOW: Record<Template, () => Promise<string>> = {
  ours: async () => 'template0',
  commerce: () => readyTemplate('ours'),
  city: () => readyTemplate('commerce'),
}

const FILL: Record<Template, (url: string) => Promise<unknown>> = {
  ours: (url) => migrateOurs({ DATABASE_URL: url }),
  commerce: (url) => script('migrate-commerce.ts', url),
  city: (url) => script('seed.ts', url),
}

const script = (file: string, url: string) =>
  run([...dyingWithUs('TERM'), process.execPath, '--import', 'tsx', join('src/scripts', file)], {
    cwd: ROOT,
    env: { ...process.env, ...testEnvironment({ DATABASE_URL: url, LOG_LEVEL: 'warn' }) },
  })

/** Changes when what fills the template changes, for folders that are kept between runs. */
const madeFrom = (template: Template): string =>
  template === 'city'
    ? fingerprint({
        paths: ['medusa-config.ts', 'migrations', 'src'],
        matching: /^medusa|^migrations|\.sql$|scripts.(city|seed)/,
      })
    : fingerprint({ paths: ['medusa-config.ts', 'migrations', 'src'], matching: /^medusa|^migrations|\.sql$/ })

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: inject('servers').postgres })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
