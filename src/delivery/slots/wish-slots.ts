import { inArray } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { insertAll } from '../../platform/insert-all'
import type { Window } from '../domain/windows'
import { slots, wishes } from '../schema/slots'

/** An order's part of one kitchen and the slot it was placed with. */
export interface Wish extends Window {
  readonly groupId: string
  readonly operatorId: string
}

/** Keeps the slots an order was placed with, in the transaction that places it. */
export const wishSlots = ({ db }: App, wished: readonly Wish[]): Promise<number> =>
  insertAll(
    db,
    wishes,
    wished.map(({ groupId, operatorId, from, to }) => ({ groupId, operatorId, from, to })),
  )

/** The slots of some groups; those that chose none are left out. */
export async function wishedSlots({ db }: App, groupIds: readonly string[]): Promise<Map<string, Window>> {
  if (groupIds.length === 0) return new Map()
  const rows = await db
    .select()
    .from(wishes)
    .where(inArray(wishes.groupId, [...groupIds]))
  return new Map(rows.map(({ groupId, from, to }) => [groupId, { from, to }]))
}

/** Writes slots down as they are; what is known already is left. Answers how many are new. */
export const importSlots = ({ db }: App, rows: readonly (typeof slots.$inferInsert)[]): Promise<number> =>
  insertAll(db, slots, rows)
