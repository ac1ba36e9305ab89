import { join, resolve } from 'node:path'
import pg from 'pg'
import { migrateOurs } from '../../src/platform/migrate'
import { dyingWithUs, run } from '../../src/scripts/up/commands'
import { fingerprint } from '../../src/scripts/up/fingerprint'
import { databaseUrl } from '../../src/scripts/up/sql'
import { environmentOn } from './environment-on'
import type { TestServers } from './test-servers'

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

/** A copy of a template that is nobody else's, and a Redis database beside it. */
export async function freshDatabaseOn(servers: TestServers, template: Template): Promise<FreshDatabase> {
  const source = await readyTemplate(servers, template)
  const serial = await onServer(servers, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('test_serial'))`)
    await client.query('create sequence if not exists test_serial')
    const { rows } = await client.query<{ serial: string }>(`select nextval('test_serial') as serial`)
    return Number(rows[0]?.serial)
  })
  const name = `test_${serial}`
  await onServer(servers, (client) => client.query(`create database ${name} template ${source}`))
  return {
    url: databaseUrl(servers.postgres, name),
    redisUrl: `${servers.redis}/${1 + (serial % 255)}`,
    queuePrefix: `test-${serial}`,
    drop: () =>
      onServer(servers, (client) => client.query(`drop database if exists ${name} with (force)`)).then(() => {}),
  }
}

/** Makes the template once per run, whoever asks first; the others wait. Answers its name, which carries what it is made from. */
async function readyTemplate(servers: TestServers, template: Template): Promise<string> {
  const name = `template_${template}_${madeFrom(template)}`
  await onServer(servers, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    const found = await client.query('select 1 from pg_database where datname = $1 and not datallowconn', [name])
    if (found.rowCount) return
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name} template ${await BELOW[template](servers)}`)
    await FILL[template](servers, databaseUrl(servers.postgres, name))
    // finished, and closed: a template with a guest inside cannot be copied
    await client.query(`alter database ${name} allow_connections false`)
  })
  return name
}

const BELOW: Record<Template, (servers: TestServers) => Promise<string>> = {
  ours: async () => 'template0',
  commerce: (servers) => readyTemplate(servers, 'ours'),
  city: (servers) => readyTemplate(servers, 'commerce'),
}

const FILL: Record<Template, (servers: TestServers, url: string) => Promise<unknown>> = {
  ours: (_, url) => migrateOurs({ DATABASE_URL: url }),
  commerce: (servers, url) => script(servers, 'migrate-commerce.ts', url),
  city: (servers, url) => script(servers, 'seed.ts', url),
}

const script = (servers: TestServers, file: string, url: string) =>
  run([...dyingWithUs('TERM'), process.execPath, '--import', 'tsx', join('src/scripts', file)], {
    as: file,
    cwd: ROOT,
    env: { ...process.env, ...environmentOn(servers, { DATABASE_URL: url, LOG_LEVEL: 'warn' }) },
  })

/** Changes when what fills the template changes, for folders that are kept between runs. */
const madeFrom = (template: Template): string =>
  fingerprint({
    paths: ['medusa-config.ts', 'migrations', 'src'],
    matching: template === 'city' ? /^medusa|^migrations|\.sql$|scripts.(city|seed)/ : /^medusa|^migrations|\.sql$/,
  })

async function onServer<T>({ postgres }: TestServers, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: postgres })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
