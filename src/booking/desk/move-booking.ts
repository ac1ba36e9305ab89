import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import { dateIn } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import type { BookingRow } from '../bookings'
import { isOverlap } from '../kinds/service-slot/overlap'
import { lockResources } from '../kinds/service-slot/lock-resources'
import { bookings } from '../schema/bookings'
import { resources, resourceUses, services } from '../schema/resources'

export interface MoveBooking {
  readonly providerId: string
  readonly bookingId: string
  readonly startsAt: Date
  /** Whom or what to take instead of the one of its kind; the same as before without it. */
  readonly resourceId?: string | undefined
  readonly actorId: string
}

/**
 * Moves a slot on its provider's calendar to another time or to somebody else who can do it, buffer included; price and
 * ladder stay. Agreed with the guest: opening hours and the grid do not bind the provider, what is taken does.
 * @throws Refusal `not_found`, `booking_not_firm`, `in_the_past`, `slot_taken`.
 */
export const moveBooking = (app: App, input: MoveBooking): Promise<BookingRow> =>
  inTransaction(app.db, async (tx) => {
    const { providerId, bookingId, startsAt, resourceId, actorId } = input
    const own = and(eq(bookings.id, bookingId), eq(bookings.providerId, providerId))
    const [row] = await tx.select().from(bookings).where(own).for('update')
    if (row?.kind !== 'service_slot') throw new Refusal('not_found')
    if (row.status !== 'confirmed') throw new Refusal('booking_not_firm')
    if (startsAt <= app.now()) throw new Refusal('in_the_past', { date: dateIn(row.zone, startsAt) })
    const [service] = await tx.select().from(services).where(eq(services.id, row.subjectId))
    const uses = await tx.select().from(resourceUses).where(eq(resourceUses.bookingId, bookingId))
    const held = uses.map((use) => use.resourceId)
    const replaced = resourceId ? standInFor(service?.needs ?? [], held, resourceId) : undefined
    await lockResources(tx, [...held, ...(resourceId ? [resourceId] : [])])
    if (resourceId) await requireOwn(tx, providerId, resourceId)

    const endsAt = new Date(startsAt.getTime() + row.endsAt.getTime() - row.startsAt.getTime())
    const freeAt = new Date(endsAt.getTime() + (service?.bufferMinutes ?? 0) * 60_000)
    const during = `[${startsAt.toISOString()},${freeAt.toISOString()})`
    await tx
      .transaction(async (inner) => {
        for (const one of held) {
          const to = one === replaced && resourceId ? resourceId : one
          const mine = and(eq(resourceUses.bookingId, bookingId), eq(resourceUses.resourceId, one))
          await inner.update(resourceUses).set({ resourceId: to, during }).where(mine)
        }
      })
      .catch((error: unknown) => {
        throw isOverlap(error) ? new Refusal('slot_taken') : error
      })
    const [moved] = await tx
      .update(bookings)
      .set({ startsAt, endsAt, startsOn: dateIn(row.zone, startsAt) })
      .where(own)
      .returning()
    if (!moved) throw new Refusal('not_found')
    const { operatorId } = moved
    await note({ ...app, db: tx }, { operatorId, actorId, action: 'booking.move', subject: bookingId })
    return moved
  })

/** Which of the held ones another takes the place of: the one of the same need. @throws Refusal `not_found`. */
function standInFor(needs: readonly (readonly string[])[], held: readonly string[], resourceId: string): string {
  const found = held.find((one) => needs.some((need) => need.includes(one) && need.includes(resourceId)))
  if (!found) throw new Refusal('not_found')
  return found
}

async function requireOwn(db: App['db'], providerId: string, id: string): Promise<void> {
  const [found] = await db.select({ providerId: resources.providerId }).from(resources).where(eq(resources.id, id))
  if (found?.providerId !== providerId) throw new Refusal('not_found')
}
