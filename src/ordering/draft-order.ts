import { randomInt } from 'node:crypto'
import type { MealPeriod, ServiceDate } from '../kernel/time'
import { newId } from '../platform/id'
import { holdExpiry } from './domain/policy'
import type { Quote } from './domain/quote'
import type { OrderDetail } from './queries'

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
  /** When the request reached us: what the cut-off is judged by. */
  readonly receivedAt: Date
}

/** The order a basket becomes: unpaid, its portions held until a while after the first cut-off at most. */
export function draftOrder({ quote, slots, place, contact, ...wish }: OrderWish, now: Date): OrderDetail {
  const id = newId('ord')
  const groups = quote.groups.map(({ menuDayId, operatorId, boxes, items }) => {
    const slot = slots.get(menuDayId)
    if (!slot) throw new Error(`no slot is known of ${menuDayId}`)
    const groupId = newId('grp')
    const lines = items.map((item) => ({ ...item, id: newId('lin'), orderId: id, groupId }))
    const status = 'awaiting_payment' as const
    const group = { id: groupId, orderId: id, operatorId, menuDayId, boxes, status, handoverCode: fourDigits() }
    return { ...slot, ...group, updatedAt: now, ticketVersion: 0, fulfilmentRecordedAt: null, lines }
  })
  const firstCutoff = new Date(Math.min(...groups.map(({ cutoffAt }) => cutoffAt.getTime())))
  const { itemsMinor, feeMinor, totalMinor, taxMinor } = quote
  const order = {
    id,
    // given by the database, which counts
    number: '',
    operatorId: groups[0]?.operatorId ?? '',
    personId: wish.personId,
    status: 'awaiting_payment' as const,
    servicePointId: place.servicePointId,
    buildingId: place.buildingId,
    communityId: place.communityId,
    contactName: contact.name,
    contactPhone: contact.phone,
    note: wish.note,
    itemsMinor,
    feeMinor,
    totalMinor,
    taxMinor,
    currency: wish.currency,
    receivedAt: wish.receivedAt,
    holdExpiresAt: holdExpiry(now, firstCutoff),
    placedAt: null,
    closedAt: null,
    recordedAt: null,
    cancellationRecordedAt: null,
  }
  return { order, groups, cancellable: now < firstCutoff, refund: 'none' }
}

const fourDigits = (): string => String(randomInt(10_000)).padStart(4, '0')
