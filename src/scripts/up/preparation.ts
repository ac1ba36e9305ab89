import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { dyingWithUs, run } from './commands'
import { schemaFingerprint } from './fingerprint'
import type { State } from './state'

const ROOT = resolve(__dirname, '../../..')

export interface Preparation {
  readonly state: State
  readonly env: NodeJS.ProcessEnv
  /** Called with each line the script prints. */
  readonly onLine?: (line: string) => void
}

/** True when this database has the tables of Medusa and ours as the sources describe them now. */
export const isMigrated = ({ state, env }: Preparation): boolean => doneTo(state, env).schema === schemaFingerprint()

/** Brings the tables of Medusa and ours to the newest version, and remembers it. */
export async function migrate(preparation: Preparation): Promise<void> {
  await script('src/scripts/migrate.ts', preparation)
  remember(preparation, { schema: schemaFingerprint() })
}

export const isSeeded = ({ state, env }: Preparation): boolean => doneTo(state, env).city === true

/** Seeds the demo city, unless it stands. */
export async function seed(preparation: Preparation): Promise<void> {
  await script('src/scripts/seed.ts', preparation)
  remember(preparation, { city: true })
}

const script = (file: string, { env, onLine }: Preparation) =>
  run([...dyingWithUs('TERM'), process.execPath, '--import', 'tsx', join(ROOT, file)], {
    as: file,
    cwd: ROOT,
    env,
    ...(onLine ? { onLine } : {}),
  })

/** What was done to the database we use now; nothing, when the state speaks of another one. */
function doneTo({ kept }: State, env: NodeJS.ProcessEnv): State['kept']['done'] {
  const database = digest(env)
  return kept.done.database === database ? kept.done : { database }
}

function remember({ state, env }: Preparation, news: Partial<State['kept']['done']>): void {
  state.kept.done = { ...doneTo(state, env), ...news }
  state.save()
}

/** The port of an embedded server changes from start to start, its database does not. */
const digest = (env: NodeJS.ProcessEnv): string => {
  const { host, pathname, password } = new URL(env['DATABASE_URL'] ?? '')
  return createHash('sha256')
    .update(`${host.replace(/^127\.0\.0\.1:\d+$/, 'embedded')} ${pathname} ${password}`)
    .digest('hex')
}
