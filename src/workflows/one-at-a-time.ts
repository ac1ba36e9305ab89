import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'

/** What runs here now, by name: the lock holds a database connection, so only one of a name may wait for it. */
const running = new Map<string, Promise<unknown>>()

/** Runs jobs of one name after another, in this process and, by a lock in Postgres, in all of them. */
export function oneAtATime<T>(container: MedusaContainer, name: string, job: () => Promise<T>): Promise<T> {
  const before = running.get(name) ?? Promise.resolve()
  const locked = () => container.resolve(Modules.LOCKING).execute(`linli:${name}`, job, { timeout: 30 })
  const mine = before.then(locked, locked)
  const settled = mine.catch(() => undefined)
  running.set(name, settled)
  void settled.then(() => running.get(name) === settled && running.delete(name))
  return mine
}
