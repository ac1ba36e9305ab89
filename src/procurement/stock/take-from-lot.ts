import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import type { Tx } from '../../platform/database'
import { lots, type MOVE_REASONS, stockMoves } from '../schema/stock'

export type Lot = typeof lots.$inferSelect

/** Holds a lot until the transaction ends. @throws Refusal `not_found` */
export async function lockLot(tx: Tx, id: string): Promise<Lot> {
  const [lot] = await tx.select().from(lots).where(eq(lots.id, id)).for('update')
  if (!lot) throw new Refusal('not_found')
  return lot
}

/** Holds several lots, by id, in the order in which batches take theirs: nobody waits for somebody who waits for them. */
export async function lockLots(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Lot>> {
  const held = await tx
    .select()
    .from(lots)
    .where(inArray(lots.id, [...ids]))
    .orderBy(asc(lots.ingredientId), asc(lots.expiresOn), asc(lots.id))
    .for('update')
  return new Map(held.map((lot) => [lot.id, lot]))
}

export interface TakeFromLot {
  /** Base units. */
  readonly quantity: number
  readonly reason: (typeof MOVE_REASONS)[number]
  /** What caused it; a lot moves once for each. */
  readonly ref: string
}

/** Takes some of a lot, with its move; the condition stands in the update, so that nobody takes what is not there. @throws Refusal `insufficient_stock` */
export async function takeFromLot(app: App, tx: Tx, lot: Lot, { quantity, reason, ref }: TakeFromLot): Promise<void> {
  const taken = await tx
    .update(lots)
    .set({ quantity: sql`${lots.quantity} - ${quantity}` })
    .where(and(eq(lots.id, lot.id), gte(lots.quantity, quantity)))
    .returning({ id: lots.id })
  if (taken.length === 0) throw new Refusal('insufficient_stock', { left: lot.quantity })
  const { operatorId, id: lotId } = lot
  await tx.insert(stockMoves).values({ operatorId, lotId, delta: -quantity, reason, ref, at: app.now() })
}

/** What some of a lot had cost, in minor units. */
export const costOf = (quantity: number, { costPerThousand }: Pick<Lot, 'costPerThousand'>): number =>
  Math.round((quantity * costPerThousand) / 1_000)
