import { mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { findCommand } from '../../../src/scripts/up/commands'
import { ended } from '../../../src/scripts/up/processes'
import { until } from '../../../src/scripts/up/waiting'
import { type Services, startServices, temporaryFolder } from '../../support/services'

/** One folder for most tests, as making a database takes seconds; none needs what another left there. */
const ground = temporaryFolder()
const started: Services[] = []

afterEach(async () => {
  for (const { process, end } of started.splice(0))
    if (process.exitCode === null && !process.signalCode) await end('SIGTERM')
})

afterAll(() => ground.remove())

const start = async (env?: NodeJS.ProcessEnv, folder = ground.folder): Promise<Services> => {
  const services = await startServices(folder, env)
  started.push(services)
  return services
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined) // some of these tests kill the server meanwhile
  try {
    await client.connect()
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function askRedis<T>(url: string, question: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, { lazyConnect: true, enableReadyCheck: false, retryStrategy: () => null })
  redis.on('error', () => undefined)
  try {
    await redis.connect()
    return await question(redis)
  } finally {
    redis.disconnect()
  }
}

const gone = async ({ pids }: Services) =>
  (await Promise.all([ended({ pid: pids.postgres }, 8_000), ended({ pid: pids.redis }, 8_000)])).every(Boolean)

describe('the embedded servers', () => {
  it('end with SIGTERM, and keep data and passwords for the next start', async () => {
    const first = await start()
    await ask(first.DATABASE_URL, `create table dishes as select '红烧肉' as dish`)
    await askRedis(first.REDIS_URL, (redis) => redis.set('dish', 'yes'))
    expect(await first.end('SIGTERM')).toBe(0)
    expect(await gone(first)).toBe(true)

    const second = await start()
    expect(await ask(second.DATABASE_URL, 'select dish from dishes')).toEqual([{ dish: '红烧肉' }])
    expect(await askRedis(second.REDIS_URL, (redis) => redis.get('dish'))).toBe('yes')
    expect(new URL(second.DATABASE_URL).password).toBe(new URL(first.DATABASE_URL).password)
    expect(statSync(join(ground.folder, 'state.json')).mode & 0o777).toBe(0o600)
  })

  it('let nobody in without the password, and only listen on the loopback address', async () => {
    const { DATABASE_URL, REDIS_URL } = await start()
    const open = new URL(DATABASE_URL)
    open.password = 'guess'
    await expect(ask(open.href, 'select 1')).rejects.toThrow('password authentication failed')
    const redis = new URL(REDIS_URL)
    redis.password = ''
    await expect(askRedis(redis.href, (client) => client.get('x'))).rejects.toThrow('NOAUTH')
    expect(await ask(DATABASE_URL, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
    expect(await askRedis(REDIS_URL, (client) => client.config('GET', 'bind'))).toEqual(['bind', '127.0.0.1'])
    expect(await askRedis(REDIS_URL, (client) => client.config('GET', 'maxmemory-policy'))).toContain('noeviction')
  })

  it('end by themselves when what started them is killed', async () => {
    const services = await start()
    expect(await services.end('SIGKILL')).toBeNull()
    expect(await gone(services)).toBe(true)
  })

  it('are started again on the same address when they are killed, with nothing lost', async () => {
    const { DATABASE_URL, REDIS_URL, pids } = await start()
    await ask(DATABASE_URL, `create table kept as select 1 as n`)
    await askRedis(REDIS_URL, (redis) => redis.set('kept', 'yes'))
    process.kill(pids.postgres, 'SIGKILL')
    process.kill(pids.redis, 'SIGKILL')
    const patience = { what: 'the server', ms: 20_000 }
    expect(await until(() => ask(DATABASE_URL, 'select n from kept'), patience)).toEqual([{ n: 1 }])
    expect(await until(() => askRedis(REDIS_URL, (redis) => redis.get('kept')), patience)).toBe('yes')
  })

  it('throw away a half-made database instead of using it', async () => {
    const { folder, remove } = temporaryFolder()
    for (const name of ['postgres', 'postgres.half']) {
      mkdirSync(join(folder, name))
      writeFileSync(join(folder, name, 'half'), 'made')
    }
    const { DATABASE_URL, end } = await start({}, folder)
    expect(await ask(DATABASE_URL, 'select 1 as n')).toEqual([{ n: 1 }])
    await end('SIGTERM')
    remove()
  })

  it('are shared by a second start on the same folder, and stay when that guest leaves', async () => {
    const host = await start()
    const guest = await start()
    expect(guest.pids).toEqual(host.pids)
    expect(await guest.end('SIGTERM')).toBe(0)
    expect(await ask(host.DATABASE_URL, 'select 1 as n')).toEqual([{ n: 1 }])
  })

  it('are adopted when their first owner is dead, and then end with the second', async () => {
    // without setpriv, as on macOS, the servers outlive a killed owner
    const programs = join(ground.folder, 'programs')
    mkdirSync(programs)
    for (const name of ['unshare', 'test', 'redis-server', 'valkey-server']) {
      const program = findCommand(name)
      if (program) symlinkSync(program, join(programs, name))
    }
    const first = await start({ PATH: programs })
    await first.end('SIGKILL')
    const second = await start()
    expect(second.pids).toEqual(first.pids)
    expect(await second.end('SIGTERM')).toBe(0)
    expect(await gone(second)).toBe(true)
  })

  it('run twice beside each other on two folders', async () => {
    const other = temporaryFolder()
    const [one, two] = await Promise.all([start(), start({}, other.folder)])
    expect(one.DATABASE_URL).not.toBe(two.DATABASE_URL)
    expect(one.REDIS_URL).not.toBe(two.REDIS_URL)
    expect(await two.end('SIGTERM')).toBe(0)
    other.remove()
  })
})
