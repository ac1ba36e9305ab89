import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from './app'

/**
 * Work that one call does for many: calls that come within `ms` of the first share one run, and runs never overlap. A run
 * that fails fails for all who wait for it.
 */
export function gather(work: (app: App) => Promise<void>, ms: number): (app: App) => Promise<void> {
  let waiting: Promise<void> | undefined
  let running: Promise<unknown> = Promise.resolve()
  return (app) => {
    waiting ??= Promise.all([sleep(ms), running]).then(() => {
      waiting = undefined
      const run = work(app)
      running = run.catch(() => undefined)
      return run
    })
    return waiting
  }
}
