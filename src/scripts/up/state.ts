import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const ProcessMark = z.object({ pid: z.number(), start: z.string().optional() })

const Surroundings = z.object({
  databaseUrl: z.string(),
  redisUrl: z.string(),
  /** Where web listens. */
  port: z.number(),
  /** Where commerce listens, on the loopback address. */
  commercePort: z.number(),
  /** Lets the operator move the service clock. */
  demo: z.boolean(),
})

const Kept = z.object({
  secrets: z.object({
    postgres: z.string(),
    redis: z.string(),
    jwt: z.string(),
    cookie: z.string(),
    commerce: z.string(),
  }),
  ports: z.object({
    postgres: z.number().optional(),
    redis: z.number().optional(),
    commerce: z.number().optional(),
  }),
  processes: z.object({
    owner: ProcessMark.optional(),
    postgres: ProcessMark.optional(),
    redis: ProcessMark.optional(),
  }),
  /** Of the last start, for scripts that talk to what runs. */
  surroundings: Surroundings.optional(),
  /** What has been done to which database (a digest of its URL), so that a later start need not do it again. */
  done: z
    .object({ database: z.string(), schema: z.string().optional(), city: z.boolean().optional() })
    .default({ database: '' }),
  /** Where the database files lie when the data folder itself cannot be reached by the user Postgres runs as. */
  databaseFolder: z.string().optional(),
})

/** Where one start found or put everything. */
export type Surroundings = z.infer<typeof Surroundings>

/** One process, told apart from a later one with the same number by when it started. */
export type ProcessMark = z.infer<typeof ProcessMark>

/** What a data folder remembers from one run to the next; change `kept`, then `save`. */
export interface State {
  readonly folder: string
  readonly kept: z.infer<typeof Kept>
  /** Writes `state.json` whole or not at all, readable by its owner only. */
  readonly save: () => void
}

/** Where a run keeps its state: LINLI_DATA, else `.data` in the working directory. */
export const dataFolder = (env: NodeJS.ProcessEnv = process.env): string => resolve(env['LINLI_DATA'] || '.data')

/** Where unpacked servers are shared by all data folders of this person. */
export const cacheFolder = (env: NodeJS.ProcessEnv = process.env): string =>
  join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'linli')

/** Opens a data folder, with fresh secrets when it is new. @throws when `state.json` is there but cannot be understood. */
export function openState(folder: string): State {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const file = join(folder, 'state.json')
  const kept = existsSync(file) ? understand(file) : fresh()
  const save = () => {
    const half = `${file}.${process.pid}`
    writeFileSync(half, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 })
    renameSync(half, file)
  }
  save()
  return { folder, kept, save }
}

function understand(file: string): State['kept'] {
  try {
    return Kept.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new Error(`${file} is damaged; start over with: npm start -- --reset`, { cause })
  }
}

const secret = () => randomBytes(32).toString('base64url')

const fresh = (): State['kept'] => ({
  secrets: { postgres: secret(), redis: secret(), jwt: secret(), cookie: secret(), commerce: secret() },
  ports: {},
  processes: {},
  done: { database: '' },
})
