import { eq } from 'drizzle-orm'
import { Refusal } from '../../../kernel/refusal'
import type { App } from '../../../platform/app'
import type { Tx } from '../../../platform/database'
import type { BookingRow } from '../../bookings'
import { slotAt } from '../../domain/slot'
import { resourceUses, services } from '../../schema/resources'
import type { Asked, Kind, Priced } from '../kind'
import { holdSlot } from './hold-slot'
import { lockResources } from './lock-resources'
import { isOverlap } from './overlap'

function startOf({ wish: { startsAt } }: Asked): Date {
  if (!startsAt) throw new Refusal('not_a_slot')
  return startsAt
}

async function price(app: App, asked: Asked): Promise<Priced> {
  const [service] = await app.db.select().from(services).where(eq(services.id, asked.offering.id))
  if (!service) throw new Refusal('not_found')
  const { startsAt, endsAt } = slotAt(service, startOf(asked), app.now())
  const { zone, priceMinor, ladder } = service
  return { startsAt, endsAt, zone, priceMinor, ladder }
}

/** A slot is whole: its resources are released or taken, whatever the number. */
const use =
  (released: boolean) =>
  async (tx: Tx, { id }: BookingRow) => {
    const own = eq(resourceUses.bookingId, id)
    const used = await tx.select({ resourceId: resourceUses.resourceId }).from(resourceUses).where(own)
    const ids = used.map(({ resourceId }) => resourceId)
    await lockResources(tx, ids)
    await tx.update(resourceUses).set({ released }).where(own)
  }

const takeAgain = (tx: Tx, row: BookingRow) =>
  use(false)(tx, row).catch((error: unknown) => {
    throw isOverlap(error) ? new Refusal('slot_taken') : error
  })

/** A slot of staff and room and equipment together. */
export const serviceSlot: Kind = {
  price,
  hold: (app, asked) => {
    const { id: serviceId, operatorId } = asked.offering
    return holdSlot(app, { operatorIds: [operatorId], serviceId, personId: asked.personId, startsAt: startOf(asked) })
  },
  giveBack: use(true),
  takeAgain,
}
