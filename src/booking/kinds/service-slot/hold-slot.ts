import { and, eq, inArray, sql } from 'drizzle-orm'
import { Refusal } from '../../../kernel/refusal'
import type { App } from '../../../platform/app'
import { inTransaction, type Tx } from '../../../platform/database'
import { type BookingRow, writeHold } from '../../bookings'
import { type Slot, slotAt } from '../../domain/slot'
import { lockResources } from './lock-resources'
import { resourceUses, services } from '../../schema/resources'

export interface HoldSlot {
  readonly operatorIds: readonly string[]
  readonly serviceId: string
  readonly personId: string
  readonly startsAt: Date
}

/**
 * Holds one resource of every need for a slot and its buffer, all or none.
 * @throws Refusal `not_found`, `slot_taken`, those of `slotAt`.
 */
export const holdSlot = (app: App, { operatorIds, serviceId, personId, startsAt }: HoldSlot): Promise<BookingRow> =>
  inTransaction(app.db, async (tx) => {
    const [service] = await tx.select().from(services).where(eq(services.id, serviceId))
    if (!service || !operatorIds.includes(service.operatorId)) throw new Refusal('not_found')
    const slot = slotAt(service, startsAt, app.now())
    const during = duringOf(slot)
    const chosen = await freeOf(tx, service.needs, during)
    const { operatorId, zone, priceMinor, currency, ladder } = service
    const what = { operatorId, personId, kind: 'service_slot' as const, subjectId: serviceId, quantity: 1, zone }
    const { startsOn, endsAt } = slot
    const held = { ...what, startsOn, startsAt, endsAt, priceMinor, currency, nightsMinor: [], ladder }
    const row = await writeHold({ ...app, db: tx }, held)
    const uses = chosen.map((resourceId) => ({ bookingId: row.id, resourceId, during }))
    await tx.insert(resourceUses).values(uses)
    return row
  })

const duringOf = ({ startsAt, freeAt }: Slot) => `[${startsAt.toISOString()},${freeAt.toISOString()})`

/** One free resource a need, none twice; all that might do are locked before anybody looks. */
async function freeOf(tx: Tx, needs: readonly (readonly string[])[], during: string): Promise<string[]> {
  const asked = [...new Set(needs.flat())]
  await lockResources(tx, asked)
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
