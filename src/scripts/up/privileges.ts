import { createHash } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { works } from './commands'

/** How Postgres is run here: it refuses to be root, and must reach its programs and its data. */
export interface Privileges {
  /** Put before every Postgres command. */
  readonly wrap: readonly string[]
  readonly identity: { readonly uid?: number; readonly gid?: number }
  /** Where its programs are. */
  readonly programs: string
  /** Where its data may lie. */
  readonly folder: string
  /** Hands a file or folder we made to the user Postgres runs as. */
  readonly give: (path: string) => void
}

/** `nobody`, as a user namespace shows us to Postgres. */
const NAMESPACE = ['unshare', '--user', '--map-user=65534', '--map-group=65534']

/** Root becomes nobody in a user namespace; where there are none, the user `postgres` or `nobody`; anybody else stays as is. */
export function dropPrivileges(programs: string, folder: string): Privileges {
  if (process.getuid?.() !== 0) return { wrap: [], identity: {}, programs, folder, give: () => {} }

  const reaches = (path: string) => works([...NAMESPACE, 'test', '-x', path])
  if (process.platform === 'linux' && reaches(join(programs, 'postgres')) && reaches(folder))
    return { wrap: NAMESPACE, identity: {}, programs, folder, give: () => {} }

  const identity = anOrdinaryUser()
  const give = (path: string) => chownSync(path, identity.uid, identity.gid)
  const canRun = (path: string) => works(['test', '-x', path], identity)
  return {
    wrap: [],
    identity,
    programs: canRun(join(programs, 'postgres')) ? programs : copyPrograms(programs),
    folder: canRun(folder) ? folder : openFolder(folder, give),
    give,
  }
}

function anOrdinaryUser(): { uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  const user = ['postgres', 'nobody'].map((name) => users.find((line) => line.startsWith(`${name}:`))).find(Boolean)
  if (!user) throw new Error('Postgres cannot run as root and there is no user postgres or nobody; set DATABASE_URL')
  const [, , uid, gid] = user.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

/** The programs lie below a folder only root may enter (such as /root): a copy everybody can run, made once. */
function copyPrograms(programs: string): string {
  const copy = outside('programs', programs)
  if (!existsSync(join(copy, 'bin/postgres'))) {
    const half = `${copy}.${process.pid}`
    cpSync(dirname(programs), half, { recursive: true, verbatimSymlinks: true })
    chmodSync(half, 0o755)
    rmSync(copy, { recursive: true, force: true })
    renameSync(half, copy)
  }
  return join(copy, 'bin')
}

function openFolder(folder: string, give: (path: string) => void): string {
  const open = outside('data', folder)
  mkdirSync(open, { recursive: true, mode: 0o700 })
  give(open)
  return open
}

const outside = (what: string, path: string): string =>
  join('/var/tmp', `linli-${what}-${createHash('sha256').update(path).digest('hex').slice(0, 12)}`)
