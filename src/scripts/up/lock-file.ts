import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, markProcess } from './processes'
import type { ProcessMark } from './state'

/** Does `work` while no other process does work under the same lock file; the lock of a dead process counts as open. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!take(file)) await sleep(200)
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/** A link to a finished file appears at once or not at all, so nobody reads a half-written lock. */
function take(file: string): boolean {
  mkdirSync(dirname(file), { recursive: true })
  const half = `${file}.${process.pid}`
  writeFileSync(half, JSON.stringify(markProcess(process.pid)))
  try {
    linkSync(half, file)
    return true
  } catch {
    if (!isHeld(file)) rmSync(file, { force: true })
    return false
  } finally {
    rmSync(half, { force: true })
  }
}

function isHeld(file: string): boolean {
  try {
    return isAlive(JSON.parse(readFileSync(file, 'utf8')) as ProcessMark)
  } catch {
    return false
  }
}
