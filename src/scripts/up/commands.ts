import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface CommandOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  readonly uid?: number
  readonly gid?: number
  /** What the command is called in an error; its own name by default. */
  readonly as?: string
  /** Called with each line of output while the command runs. */
  readonly onLine?: (line: string) => void
}

/** Runs a command to its end and gives its standard output. @throws with all it printed when it fails. */
export function run(argv: readonly string[], { as, onLine, ...options }: CommandOptions = {}): Promise<string> {
  const [command = '', ...args] = argv
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let all = ''
    const take = (text: string) => {
      all += text
      for (const line of text.split('\n')) if (line.trim()) onLine?.(line.trim())
    }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      take(text)
    })
    child.stderr.setEncoding('utf8').on('data', take)
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(out)
      else reject(new Error(`${as ?? command} ended with ${code}:\n${all.trim().slice(-4_000)}`))
    })
  })
}

/** True when the command ends well; for asking what this machine can do. */
export const works = (argv: readonly string[], options: { uid?: number; gid?: number } = {}): boolean =>
  spawnSync(argv[0] ?? '', argv.slice(1), { stdio: 'ignore', ...options }).status === 0

/** The first of these commands that stands on PATH, as a full path. */
export function findCommand(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable)
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

let canDieWithUs: boolean | undefined

/** Put before a command: the kernel sends it `signal` when we end, however we end. Empty where the system cannot do that. */
export function dyingWithUs(signal: 'TERM' | 'INT'): readonly string[] {
  canDieWithUs ??= process.platform === 'linux' && works(['setpriv', '--pdeathsig', signal, 'true'])
  return canDieWithUs ? ['setpriv', '--pdeathsig', signal] : []
}
