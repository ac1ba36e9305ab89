import { and, eq, inArray, sql } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import { dateIn } from '../kernel/time'
import type { App } from '../platform/app'
import { inTransaction, type Tx } from '../platform/database'
import { type BookingRow, writeHold } from './bookings'
import { openingOn } from './domain/opening'
import { isOverlap } from './overlap'
import { resourceUses, services } from './schema/resources'

export interface HoldSlot {
  readonly operatorIds: readonly string[]
  readonly serviceId: string
  readonly personId: string
  readonly startsAt: Date
}

/** Somebody was faster with the resource chosen: others are tried this often. */
const TRIES = 5

/**
 * Holds one resource of every need for a slot and its buffer, all or none.
 * @throws Refusal `not_found`, `in_the_past`, `beyond_horizon`, `not_a_slot`, `slot_taken`.
 */
export async function holdSlot(app: App, input: HoldSlot): Promise<BookingRow> {
  for (let tries = 1; ; tries++) {
    try {
      return await inTransaction(app.db, (tx) => attempt({ ...app, db: tx }, tx, input))
    } catch (error) {
      if (!isOverlap(error)) throw error
      if (tries === TRIES) throw new Refusal('slot_taken')
    }
  }
}

async function attempt(app: App, tx: Tx, { operatorIds, serviceId, personId, startsAt }: HoldSlot) {
  const [service] = await tx.select().from(services).where(eq(services.id, serviceId))
  if (!service || !operatorIds.includes(service.operatorId)) throw new Refusal('not_found')
  const { zone, minutes, bufferMinutes } = service
  const startsOn = dateIn(zone, startsAt)
  if (startsAt <= app.now()) throw new Refusal('in_the_past', { date: startsOn })
  const endsAt = later(startsAt, minutes)
  const opening = openingOn(service.opening, startsOn, zone)
  const sinceOpening = opening.map(({ from, to }) => ({ offset: startsAt.getTime() - from.getTime(), to }))
  const step = service.stepMinutes * 60_000
  if (!sinceOpening.some(({ offset, to }) => offset >= 0 && offset % step === 0 && endsAt <= to))
    throw new Refusal('not_a_slot')
  if (startsAt > later(app.now(), service.horizonDays * 24 * 60))
    throw new Refusal('beyond_horizon', { date: startsOn })

  const { operatorId, priceMinor, currency, ladder } = service
  const what = { operatorId, personId, kind: 'service_slot' as const, subjectId: serviceId, quantity: 1, zone }
  const when = { startsOn, startsAt, endsAt }
  const held = await writeHold(app, { ...what, ...when, priceMinor, currency, nightsMinor: [], ladder })
  const during = `[${startsAt.toISOString()},${later(endsAt, bufferMinutes).toISOString()})`
  const chosen = await freeOf(tx, service.needs, during)
  // in order of their ids, so that two slots that need the same cannot wait for each other
  const uses = chosen.toSorted().map((resourceId) => ({ bookingId: held.id, resourceId, during }))
  await tx.insert(resourceUses).values(uses)
  return held
}

/** One free resource a need, none twice. */
async function freeOf(tx: Tx, needs: readonly (readonly string[])[], during: string): Promise<string[]> {
  const asked = [...new Set(needs.flat())]
  const overlapping = and(
    inArray(resourceUses.resourceId, asked),
    eq(resourceUses.released, false),
    sql`${resourceUses.during} && ${during}::tstzrange`,
  )
  const busy = await tx.select({ id: resourceUses.resourceId }).from(resourceUses).where(overlapping)
  const taken = new Set(busy.map(({ id }) => id))
  return needs.map((candidates) => {
    const free = candidates.find((id) => !taken.has(id))
    if (!free) throw new Refusal('slot_taken')
    taken.add(free)
    return free
  })
}

const later = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000)
