import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, createWriteStream, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { endProcess, markProcess, signalProcess } from './processes'
import type { ProcessMark } from './state'

/** A log that has grown past this is set aside when its process starts again. */
const LOG_BYTES = 10_000_000
const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 15_000
/** A process that lived this long had recovered: its next failure starts from the short pause again. */
const RECOVERED_MS = 30_000

export interface ChildSpec {
  readonly name: string
  readonly argv: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly cwd?: string
  /** Holds `<name>.log`. */
  readonly logs: string
  readonly identity?: { readonly uid?: number; readonly gid?: number }
  /** Sent one after the other, ten seconds apart, to end it. */
  readonly signals: readonly NodeJS.Signals[]
  /** Called with each line it prints; without it the process writes to its log by itself. */
  readonly onLine?: (line: string) => void
  /** Called after an unwanted end, before it is started again. */
  readonly onDeath?: (how: string, pauseMs: number) => void
  /** Called with each process started, the first and every later one. */
  readonly onStart?: (mark: ProcessMark) => void
}

export interface Child {
  readonly name: string
  /** The process that runs now. */
  readonly mark: () => ProcessMark
  /** The end of its log once it has ended, undefined while it runs. */
  readonly lastWords: () => string | undefined
  /** From now on start it again whenever it ends, each time after a longer pause. */
  readonly keepAlive: () => void
  /** Ends it for good. */
  readonly stop: () => Promise<void>
}

/** Where the kernel cannot end children with us (see dyingWithUs), at least an orderly exit of ours does. */
const running = new Map<Child, ChildSpec>()
process.once('exit', () => {
  for (const [child, { signals }] of running) signalProcess(child.mark(), signals[0] ?? 'SIGTERM')
})

/** Starts a process in a group of its own, so that a Ctrl-C reaches us alone and we can end things in order. */
export function startChild(spec: ChildSpec): Child {
  mkdirSync(spec.logs, { recursive: true, mode: 0o700 })
  const log = join(spec.logs, `${spec.name}.log`)
  let kept = false
  let stopping = false
  let pause = FIRST_PAUSE_MS
  let timer: NodeJS.Timeout | undefined
  let ended: string | undefined
  let mark: ProcessMark = { pid: 0 }

  const start = () => {
    const started = Date.now()
    ended = undefined
    const process = launch(spec, log)
    mark = markProcess(process.pid ?? 0)
    spec.onStart?.(mark)
    const end = (how: string) => {
      if (ended !== undefined) return
      ended = how
      if (stopping || !kept) return
      if (Date.now() - started > RECOVERED_MS) pause = FIRST_PAUSE_MS
      spec.onDeath?.(how, pause)
      timer = setTimeout(start, pause)
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    }
    process.once('error', (error) => end(error.message))
    process.once('exit', (code, signal) => end(signal ? `was ended by ${signal}` : `ended with ${code}`))
  }
  start()

  const child: Child = {
    name: spec.name,
    mark: () => mark,
    lastWords: () => (ended === undefined ? undefined : `${ended}\n${tail(log)}`),
    keepAlive: () => {
      kept = true
      if (ended !== undefined) start()
    },
    stop: async () => {
      stopping = true
      clearTimeout(timer)
      if (ended === undefined) await endProcess(mark, spec.signals)
      running.delete(child)
    },
  }
  running.set(child, spec)
  return child
}

function launch({ argv, env, cwd, identity, onLine }: ChildSpec, log: string): ChildProcess {
  setAside(log)
  const [command = '', ...args] = argv
  const file = openSync(log, 'a', 0o600)
  const out = onLine ? 'pipe' : file
  const child = spawn(command, args, {
    env,
    ...(cwd ? { cwd } : {}),
    ...identity,
    detached: true,
    stdio: ['ignore', out, out],
  })
  if (onLine) {
    const stream = createWriteStream('', { fd: file })
    for (const source of [child.stdout, child.stderr]) {
      if (!source) continue
      createInterface({ input: source }).on('line', (line) => {
        stream.write(`${line}\n`)
        onLine(line)
      })
    }
    child.once('close', () => stream.end())
  } else closeSync(file)
  return child
}

function setAside(log: string): void {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (size > LOG_BYTES) renameSync(log, `${log}.old`)
}

/** The end of a log file, at most 2,000 characters. */
function tail(log: string): string {
  try {
    return readFileSync(log, 'utf8').slice(-2_000).trim()
  } catch {
    return ''
  }
}
