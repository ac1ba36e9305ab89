import { Refusal } from '../../kernel/refusal'
import type { Text } from '../../kernel/text'

/** How long a finished item can be taken back. */
export const RECALL_MS = 30 * 60_000

export interface Item {
  readonly id: string
  readonly station: string
  readonly doneAt: Date | null
  /** Ran out: nobody waits for it. */
  readonly voidedAt?: Date | null
}

export type Progress = 'placed' | 'cooking' | 'ready'

/** How far a ticket is: the expediter sees it ready only when every station is done. */
export function progressOf(items: readonly Item[]): Progress {
  const open = items.filter(({ voidedAt }) => !voidedAt)
  const done = open.filter(({ doneAt }) => doneAt !== null).length
  if (done === 0) return 'placed'
  return done < open.length ? 'cooking' : 'ready'
}

/** The items a bump finishes; none when they are done already. `station` null: the expediter, for all. */
export const finishedBy = (items: readonly Item[], station: string | null): string[] =>
  at(items, station)
    .filter(({ doneAt, voidedAt }) => doneAt === null && !voidedAt)
    .map(({ id }) => id)

/**
 * The items a recall gives back: those finished last, by one touch.
 * @throws Refusal `recall_expired` when that was more than 30 minutes ago.
 */
export function givenBackBy(items: readonly Item[], station: string | null, now: Date): string[] {
  const here = at(items, station)
  const last = Math.max(...here.map(({ doneAt }) => doneAt?.getTime() ?? 0))
  if (last === 0) return []
  if (now.getTime() - last > RECALL_MS) throw new Refusal('recall_expired')
  return here.filter(({ doneAt }) => doneAt?.getTime() === last).map(({ id }) => id)
}

function at(items: readonly Item[], station: string | null): readonly Item[] {
  const here = station === null ? items : items.filter((item) => item.station === station)
  if (here.length === 0) throw new Refusal('not_found')
  return here
}

export interface Portions {
  readonly dishId: string
  readonly name: Text
  readonly station: string
  readonly quantity: number
  readonly doneAt: Date | null
}

export interface Total {
  readonly dishId: string
  readonly name: Text
  readonly station: string
  readonly left: number
  readonly total: number
}

/** The all-day counts: portions per dish, still to make and in all; the most to make first. */
export function toMake(items: readonly Portions[]): Total[] {
  const totals = new Map<string, Total>()
  for (const { dishId, name, station, quantity, doneAt } of items) {
    const before = totals.get(dishId) ?? { dishId, name, station, left: 0, total: 0 }
    const left = before.left + (doneAt === null ? quantity : 0)
    totals.set(dishId, { ...before, left, total: before.total + quantity })
  }
  return [...totals.values()].sort((a, b) => b.left - a.left || (a.dishId < b.dishId ? -1 : 1))
}
