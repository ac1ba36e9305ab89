import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { compartments } from '../schema/lockers'

interface ToKeep {
  readonly id: string
  readonly servicePointId: string
  readonly boxes: number
}

/**
 * Keeps the smallest free compartment with room for each drop, the largest drop first. Of many who ask at once each gets
 * another one. Answers the drops for which there is none; where nothing is counted there is always room.
 */
export async function keepCompartments(app: App, drops: readonly ToKeep[]): Promise<string[]> {
  const without: string[] = []
  for (const drop of [...drops].sort((a, b) => b.boxes - a.boxes || (a.id < b.id ? -1 : 1)))
    if (!(await keepOne(app, drop))) without.push(drop.id)
  return without
}

async function keepOne({ db, now }: App, { id: dropId, servicePointId, boxes }: ToKeep): Promise<boolean> {
  const here = eq(compartments.servicePointId, servicePointId)
  const [own] = await db.select({ id: compartments.id }).from(compartments).where(eq(compartments.dropId, dropId))
  if (own) return true
  const fitting = db
    .select({ id: compartments.id })
    .from(compartments)
    .where(and(here, eq(compartments.state, 'free'), sql`${compartments.boxes} >= ${boxes}`))
    .orderBy(asc(compartments.boxes), asc(compartments.number))
    .limit(1)
    .for('update', { skipLocked: true })
  const kept = await db
    .update(compartments)
    .set({ state: 'reserved', dropId, since: now() })
    .where(and(inArray(compartments.id, fitting), eq(compartments.state, 'free')))
    .returning({ id: compartments.id })
  if (kept.length > 0) return true
  const [counted] = await db.select({ id: compartments.id }).from(compartments).where(here).limit(1)
  return counted === undefined
}

/** Gives the compartments of some drops back. */
export async function freeCompartments({ db }: App, dropIds: readonly string[]): Promise<void> {
  if (dropIds.length === 0) return
  await db
    .update(compartments)
    .set({ state: 'free', dropId: null, since: null })
    .where(inArray(compartments.dropId, [...dropIds]))
}

/** The drops lie in their compartments now, or are waste in there. */
export async function markCompartments(
  { db, now }: App,
  dropIds: readonly string[],
  state: 'occupied' | 'overdue',
): Promise<void> {
  if (dropIds.length === 0) return
  await db
    .update(compartments)
    .set({ state, since: now() })
    .where(inArray(compartments.dropId, [...dropIds]))
}
