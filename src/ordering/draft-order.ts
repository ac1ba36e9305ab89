import { randomInt } from 'node:crypto'
import type { MealPeriod, ServiceDate } from '../kernel/time'
import { newId } from '../platform/id'
import { type BookedPart, bookedCharge } from './domain/booked'
import { holdExpiry } from './domain/policy'
import { type BasketPayers, feeCharge, type KnownCharge, payersOfOrder } from './domain/payers'
import type { Quote } from './domain/quote'
import type { OrderDetail } from './order-details'

/** The slot of a group, as the catalogue published it. */
export interface MealSlot {
  readonly siteId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly zone: string
  readonly cutoffAt: Date
  readonly servesFrom: Date
  readonly servesTo: Date
}

export interface OrderWish {
  readonly personId: string
  readonly place: { readonly servicePointId: string; readonly buildingId: string; readonly communityId: string }
  readonly contact: { readonly name: string; readonly phone: string }
  readonly note: string
  readonly currency: string
  readonly quote: Quote
  /** The slots of the quote's groups by menu day. */
  readonly slots: ReadonlyMap<string, MealSlot>
  /** Bookings beside the meals: held already, in the same transaction. */
  readonly booked?: readonly BookedPart[]
  /** Who pays besides the person. */
  readonly payers: BasketPayers
  /** What whoever eats it said they cannot eat, and what of that they take all the same, by offer. */
  readonly allergies?: readonly string[]
  readonly acknowledged?: ReadonlyMap<string, readonly string[]>
  /** Handed over at once, at a canteen's till; nothing may be left to pay. */
  readonly atCounter?: boolean
  /** When the request reached us: what the cut-off is judged by. */
  readonly receivedAt: Date
}

/** An order before it is written, with who pays which of its charges. */
export interface Draft extends OrderDetail {
  readonly shares: ReturnType<typeof payersOfOrder>['shares']
}

/**
 * The order a basket becomes: its portions held until a while after the first cut-off at most; firm at once where nothing is
 * left to pay.
 */
export function draftOrder({ quote, slots, place, contact, payers: paying, ...wish }: OrderWish, now: Date): Draft {
  const status = paying.unpaidMinor === 0 ? ('placed' as const) : ('awaiting_payment' as const)
  const id = newId('ord')
  const groups = quote.groups.map(({ menuDayId, operatorId, boxes, feeMinor, items }) => {
    const slot = slots.get(menuDayId)
    if (!slot) throw new Error(`no slot is known of ${menuDayId}`)
    const groupId = newId('grp')
    const lines = items.map((item) => {
      const codes = wish.acknowledged?.get(item.offerId)
      const acknowledged = codes ? { codes, personId: wish.personId, at: now.toISOString() } : null
      return { ...item, id: newId('lin'), orderId: id, groupId, refundId: null, acknowledged, was: null }
    })
    const group = {
      id: groupId,
      orderId: id,
      operatorId,
      menuDayId,
      boxes,
      feeMinor,
      status,
      handoverCode: fourDigits(),
    }
    return { ...slot, ...group, updatedAt: now, ticketVersion: 0, fulfilmentRecordedAt: null, lines }
  })
  const booked = (wish.booked ?? []).map((part) => {
    return {
      ...part,
      id: newId('grp'),
      orderId: id,
      status,
      refundedMinor: 0,
      updatedAt: now,
      fulfilmentRecordedAt: null,
    }
  })
  const closing = [...groups.map(({ cutoffAt }) => cutoffAt), ...booked.map(({ startsAt }) => startsAt)]
  const firstCutoff = new Date(Math.min(...closing.map((at) => at.getTime())))
  const { itemsMinor, feeMinor, totalMinor, taxMinor, feeTaxMinor } = quote
  const order = {
    id,
    // given by the database, which counts
    number: '',
    operatorId: groups[0]?.operatorId ?? booked[0]?.operatorId ?? '',
    personId: wish.personId,
    status,
    servicePointId: place.servicePointId,
    buildingId: place.buildingId,
    communityId: place.communityId,
    contactName: contact.name,
    contactPhone: contact.phone,
    note: wish.note,
    allergies: wish.allergies?.length ? wish.allergies : null,
    itemsMinor,
    feeMinor,
    totalMinor,
    taxMinor,
    feeTaxMinor,
    currency: wish.currency,
    atCounter: wish.atCounter ?? false,
    receivedAt: wish.receivedAt,
    holdExpiresAt: status === 'placed' ? null : holdExpiry(now, firstCutoff),
    placedAt: status === 'placed' ? now : null,
    closedAt: null,
    recordedAt: null,
    cancellationRecordedAt: null,
    companyPartMinor: null,
  }
  const { payers, shares } = payersOfOrder(paying, [...groups.flatMap(chargesOf), ...booked.map(chargeOfBooked)])
  const detail = { order, groups, booked, cancellable: now < firstCutoff, refund: 'none' as const, refundedMinor: 0 }
  return { ...detail, payers: payers.map((payer) => ({ ...payer, orderId: id, refundedMinor: 0 })), shares }
}

function chargesOf({ id: groupId, menuDayId: groupKey, lines }: OrderDetail['groups'][number]): KnownCharge[] {
  const fee = { key: `fee:${groupKey}`, chargeId: feeCharge(groupId), groupId, groupKey }
  return [...lines.map(({ id: chargeId, offerId: key }) => ({ key, chargeId, groupId, groupKey })), fee]
}

function chargeOfBooked({ id: groupId, bookingId }: OrderDetail['booked'][number]): KnownCharge {
  const key = bookedCharge(bookingId)
  return { key, chargeId: `booked:${groupId}`, groupId, groupKey: key }
}

const fourDigits = (): string => String(randomInt(10_000)).padStart(4, '0')
