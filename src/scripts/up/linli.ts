import { join } from 'node:path'
import { ROOT } from '../../platform/root'
import { bundledFile } from './bundle'
import { type Child, startChild } from './children'
import { dyingWithUs } from './commands'
import { complaint, isReadyLine } from './log-lines'
import { until } from './waiting'

/** commerce loads Medusa; on a busy machine that takes its time. */
const READY_MS = 150_000

export const PROCESSES = ['commerce', 'web', 'worker'] as const
export type ProcessName = (typeof PROCESSES)[number]

export interface ProcessOptions {
  /** The whole environment; COMMERCE_URL and PORT say where to ask whether it is ready. */
  readonly env: NodeJS.ProcessEnv
  /** Folder of the log files. */
  readonly logs: string
  /** Told what a person should know: complaints of the process, its death and its return. */
  readonly onEvent: (text: string) => void
}

export interface Process extends Child {
  /** Resolves when it serves; from then on it is started again whenever it dies. Rejects with the end of its log. */
  readonly ready: Promise<void>
}

/** Starts one of Linli's processes. */
export function startProcess(name: ProcessName, { env, logs, onEvent }: ProcessOptions): Process {
  let saidReady = false
  const child = startChild({
    name,
    argv: [
      ...dyingWithUs('TERM'),
      process.execPath,
      ...(name === 'commerce' ? ['--import', 'tsx', join(ROOT, 'src/scripts/commerce.ts')] : [bundledFile(name)]),
    ],
    env,
    cwd: ROOT,
    logs,
    // a request under way may take its time, then it is cut
    signals: ['SIGTERM', 'SIGKILL'],
    onLine: (line) => {
      if (isReadyLine(line)) {
        if (saidReady) onEvent(`${name} is back`)
        saidReady = true
      }
      const text = complaint(line)
      if (text) onEvent(`${name} ${text}`)
    },
    onDeath: (how, pauseMs) => onEvent(`${name} ${how}; starting it again in ${pauseMs} ms`),
  })
  const serves = {
    commerce: () => answers(`${env['COMMERCE_URL']}/health`),
    web: () => answers(`http://127.0.0.1:${env['PORT']}/readyz`),
    worker: async () => {
      if (!saidReady) throw new Error('has not said that it is ready')
    },
  }[name]
  const ready = until(serves, { what: name, ms: READY_MS, hopeless: child.lastWords }).then(child.keepAlive)
  return { ...child, ready }
}

async function answers(url: string): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000) })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`${url} answers ${response.status}`)
}
