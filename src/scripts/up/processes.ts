import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ProcessMark } from './state'

/** Marks a running process so that it can be recognised later, also by another run. */
export function markProcess(pid: number): ProcessMark {
  const start = startOf(pid)
  return start ? { pid, start } : { pid }
}

/** True while that very process runs; a process number given to somebody else counts as dead. */
export function isAlive(mark: ProcessMark | undefined): mark is ProcessMark {
  if (!mark || mark.pid <= 0) return false // 0 and below would mean whole groups of processes
  try {
    process.kill(mark.pid, 0)
  } catch {
    return false
  }
  return !existsSync('/proc/self/stat') || (startOf(mark.pid) === mark.start && !isZombie(mark.pid))
}

/** Waits up to `ms` for the process to end; tells whether it did. */
export async function ended(mark: ProcessMark, ms: number): Promise<boolean> {
  for (const until = Date.now() + ms; Date.now() < until; await sleep(20)) if (!isAlive(mark)) return true
  return !isAlive(mark)
}

/** Asks the process to end with one signal after the other, `ms` apart, until it has. */
export async function endProcess(mark: ProcessMark, signals: readonly NodeJS.Signals[], ms = 10_000): Promise<void> {
  for (const signal of signals) {
    if (!signalProcess(mark, signal) || (await ended(mark, ms))) return
  }
}

/** Sends a signal to that very process; false when it has ended. */
export function signalProcess(mark: ProcessMark, signal: NodeJS.Signals): boolean {
  if (!isAlive(mark)) return false
  try {
    return process.kill(mark.pid, signal)
  } catch {
    return false
  }
}

/** The fields of /proc/PID/stat after the command's name, which may itself hold blanks and brackets. */
function stat(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  } catch {
    return []
  }
}

const startOf = (pid: number): string | undefined => stat(pid)[19]

const isZombie = (pid: number): boolean => stat(pid)[0] === 'Z'
