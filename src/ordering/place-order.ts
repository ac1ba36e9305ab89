import { randomInt } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import type { App } from '../platform/app'
import { newId } from '../platform/id'
import { rethrowRefused } from '../platform/refused'
import { holdExpiry, INGRESS_GRACE_MS } from './domain/policy'
import type { Quote } from './domain/quote'

export interface PlaceOrder {
  readonly personId: string
  readonly place: { readonly servicePointId: string; readonly buildingId: string; readonly communityId: string }
  readonly contact: { readonly name: string; readonly phone: string }
  readonly note: string
  readonly currency: string
  readonly quote: Quote
  /** The total the person agreed to. */
  readonly agreedMinor: number
  /** The earliest cut-off among the groups. */
  readonly firstCutoff: Date
  /** When the request reached us: what the cut-off is judged by. */
  readonly receivedAt: Date
}

/**
 * Holds the portions and writes the order, all or nothing, in one round trip.
 * @throws Refusal `quote_changed`, `sold_out`, `cutoff_passed`.
 */
export async function placeOrder(app: App, input: PlaceOrder): Promise<{ orderId: string }> {
  const { quote, place, contact, agreedMinor } = input
  if (quote.totalMinor !== agreedMinor) {
    throw new Refusal('quote_changed', { seenMinor: agreedMinor, nowMinor: quote.totalMinor })
  }
  const orderId = newId('ord')
  const groups = quote.groups.map((group) => ({ ...group, id: newId('grp'), handoverCode: fourDigits() }))
  const order = {
    id: orderId,
    operatorId: groups[0]?.operatorId,
    personId: input.personId,
    servicePointId: place.servicePointId,
    buildingId: place.buildingId,
    communityId: place.communityId,
    contactName: contact.name,
    contactPhone: contact.phone,
    note: input.note,
    itemsMinor: quote.itemsMinor,
    feeMinor: quote.feeMinor,
    totalMinor: quote.totalMinor,
    taxMinor: quote.taxMinor,
    currency: input.currency,
    receivedAt: input.receivedAt,
    now: app.now(),
    holdExpiresAt: holdExpiry(app.now(), input.firstCutoff),
    groups: groups.map(({ id, operatorId, menuDayId, boxes, handoverCode }) => ({
      id,
      operatorId,
      menuDayId,
      boxes,
      handoverCode,
    })),
    lines: groups.flatMap(({ id: groupId, items }) => items.map((item) => ({ ...item, id: newId('lin'), groupId }))),
  }
  const grace = `${INGRESS_GRACE_MS} milliseconds`
  await app.db
    .execute(sql`select ordering.place_order(${JSON.stringify(order)}::jsonb, ${grace}::interval)`)
    .catch(rethrowRefused)
  return { orderId }
}

const fourDigits = (): string => String(randomInt(10_000)).padStart(4, '0')
