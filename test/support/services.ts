import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = resolve(__dirname, '../..')

/** What `services.ts` says when both servers answer. */
export interface Services {
  readonly DATABASE_URL: string
  readonly REDIS_URL: string
  readonly pids: { readonly postgres: number; readonly redis: number }
  /** The process that started them. */
  readonly process: ChildProcess
  /** Sends the signal and gives the exit code, null when it was killed. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>
}

/** A folder below the temporary one, and what removes it. */
export function temporaryFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'linli-folder-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A Postgres and a Redis on that data folder, in a process of their own, for tests that kill things. */
export async function startServices(folder: string, env: NodeJS.ProcessEnv = {}): Promise<Services> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/scripts/up/services.ts', '--data', folder], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  const [line] = (await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`services.ts ended with ${code}`))),
  ])) as [string]
  const end = async (signal: NodeJS.Signals) => {
    const exit = once(child, 'exit')
    child.kill(signal)
    return (await exit)[0] as number | null
  }
  return { ...(JSON.parse(line) as Pick<Services, 'DATABASE_URL' | 'REDIS_URL' | 'pids'>), process: child, end }
}
