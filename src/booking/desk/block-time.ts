import { and, eq, like, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { newId } from '../../platform/id'
import { isOverlap } from '../kinds/service-slot/overlap'
import { resources, resourceUses } from '../schema/resources'

export interface BlockTime {
  readonly providerId: string
  readonly resourceId: string
  readonly from: Date
  readonly to: Date
  readonly actorId: string
}

/**
 * Keeps somebody or something free: a break, a repair. Never over a booking. Returns the block's id.
 * @throws Refusal `not_found`, `stay_ends_before_it_starts`, `slot_taken`.
 */
export const blockTime = (app: App, { providerId, resourceId, from, to, actorId }: BlockTime): Promise<string> =>
  inTransaction(app.db, async (tx) => {
    if (to <= from) throw new Refusal('stay_ends_before_it_starts', { from: from.toISOString(), to: to.toISOString() })
    const own = and(eq(resources.id, resourceId), eq(resources.providerId, providerId))
    const [resource] = await tx.select().from(resources).where(own).for('update')
    if (!resource) throw new Refusal('not_found')
    const id = newId('blk')
    const during = `[${from.toISOString()},${to.toISOString()})`
    await tx
      .transaction((inner) => inner.insert(resourceUses).values({ bookingId: id, resourceId, during }))
      .catch((error: unknown) => {
        throw isOverlap(error) ? new Refusal('slot_taken') : error
      })
    const { operatorId } = resource
    await note({ ...app, db: tx }, { operatorId, actorId, action: 'booking.block', subject: id })
    return id
  })

/** Lifts a block; bookings are not blocks. @throws Refusal `not_found`. */
export async function unblockTime(app: App, { providerId, blockId }: { providerId: string; blockId: string }) {
  const own = sql`${resourceUses.resourceId} in (select id from booking.resources where provider_id = ${providerId})`
  const gone = await app.db
    .delete(resourceUses)
    .where(and(eq(resourceUses.bookingId, blockId), like(resourceUses.bookingId, 'blk%'), own))
    .returning({ id: resourceUses.bookingId })
  if (gone.length === 0) throw new Refusal('not_found')
}
