import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { findCommand, run } from './commands'
import { cacheFolder } from './state'

export interface RedisProgram {
  readonly program: string
  /** Folders for LD_LIBRARY_PATH, when its libraries came with it. */
  readonly libraries?: string
}

const HOW_TO_GET_ONE = `No Redis was found. Either set REDIS_URL, or install one:
  Debian, Ubuntu   apt-get install redis-server
  macOS            brew install valkey
  Fedora           dnf install valkey
  Alpine           apk add valkey
  Docker           docker run -p 6379:6379 valkey/valkey:8   and set REDIS_URL=redis://127.0.0.1:6379`

/** A Redis on PATH, else one unpacked before, else Debian's packages unpacked into a cache; nothing is installed. @throws with advice. */
export async function findRedis(fallbackFolder: string): Promise<RedisProgram> {
  const program = findCommand('valkey-server', 'redis-server')
  if (program) return { program }

  const root = join(writableCache(fallbackFolder), `redis-${release()}-${process.arch}`)
  if (!existsSync(join(root, 'usr/bin/redis-server'))) {
    if (!findCommand('apt-get') || !findCommand('dpkg-deb')) throw new Error(HOW_TO_GET_ONE)
    await unpack(root).catch((cause: Error) => {
      throw new Error(`${HOW_TO_GET_ONE}\n\nFetching Debian's packages failed: ${cause.message}`, { cause })
    })
  }
  return { program: join(root, 'usr/bin/redis-server'), libraries: libraryFolders(root) }
}

/** Fetches redis-server with whatever it needs that this machine lacks. Two runs at once may both do it; the later one wins. */
async function unpack(root: string): Promise<void> {
  const work = `${root}.${process.pid}`
  for (const folder of ['state/lists/partial', 'cache/archives/partial', 'root'])
    mkdirSync(join(work, folder), { recursive: true, mode: 0o700 })
  try {
    // a private state, so that no root is needed and the machine's own package lists stay as they are; apt checks the signatures
    const apt = [
      'apt-get',
      ...options({
        'Dir::State': join(work, 'state'),
        'Dir::State::status': '/var/lib/dpkg/status',
        'Dir::Cache': join(work, 'cache'),
        'APT::Sandbox::User': userInfo().username,
        'Debug::NoLocking': '1',
        'Acquire::Languages': 'none',
        'Acquire::Retries': '3',
      }),
      '-qq',
    ]
    await run([...apt, 'update'])
    await run([...apt, 'install', '--download-only', '--no-install-recommends', '--yes', 'redis-server'])
    const archives = join(work, 'cache/archives')
    for (const file of readdirSync(archives).filter((name) => name.endsWith('.deb')))
      await run(['dpkg-deb', '--extract', join(archives, file), join(work, 'root')])
    await checkLibraries(join(work, 'root'))
    putInPlace(join(work, 'root'), root)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

const options = (settings: Readonly<Record<string, string>>): string[] =>
  Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`])

/** dpkg believes a library to be installed that an image builder may have deleted: better seen now than at each start. */
async function checkLibraries(root: string): Promise<void> {
  const env = { ...process.env, LD_LIBRARY_PATH: libraryFolders(root) }
  const listed = await run(['ldd', join(root, 'usr/bin/redis-server')], { env })
  const missing = listed.split('\n').filter((line) => line.includes('not found'))
  if (missing.length) throw new Error(`redis-server lacks libraries:\n${missing.join('\n')}`)
}

function putInPlace(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    // another run was faster
    if (!existsSync(join(to, 'usr/bin/redis-server'))) throw error
  }
}

/** usr/lib and lib, with the folders for this kind of processor below them. */
function libraryFolders(root: string): string {
  const tops = [join(root, 'usr/lib'), join(root, 'lib')].filter((folder) => existsSync(folder))
  const below = tops.flatMap((top) =>
    readdirSync(top, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(top, entry.name)),
  )
  return [...below, ...tops].join(':')
}

function writableCache(fallback: string): string {
  const cache = cacheFolder()
  try {
    mkdirSync(cache, { recursive: true, mode: 0o700 })
    return cache
  } catch {
    return fallback
  }
}

/** Such as `debian-12`: programs of one release may not run on another. */
function release(): string {
  if (!existsSync('/etc/os-release')) return process.platform
  const text = readFileSync('/etc/os-release', 'utf8')
  const field = (name: string) => new RegExp(`^${name}="?([^"\n]*)`, 'm').exec(text)?.[1] ?? ''
  return `${field('ID')}-${field('VERSION_ID')}`
}
