import type { z } from 'zod'
import type { FullPlace } from '../../places/queries'
import type { Returned } from '../../ordering/refunding/returns-of'
import type { OrderDetail } from '../../ordering/order-details'
import type { Slot } from './basket/contract'
import type { Place } from './contract'
import type { Order } from './orders/contract'
import { payerView } from './payers'
import { taxIncluded } from '../../kernel/money'

type Text = z.infer<typeof Place>['city']

/** A place as a resident's page shows it. */
export const placeView = ({ lat: _lat, lon: _lon, siteType: _type, ...place }: FullPlace): z.input<typeof Place> =>
  place

export interface OrderSurroundings {
  readonly place: FullPlace
  readonly siteName: (siteId: string) => Text
  readonly artOf: (dishId: string) => string
  /** The slot a group was ordered for. */
  readonly slotOf: (groupId: string) => z.input<typeof Slot> | undefined
  /** What went back since. */
  readonly returns: readonly Returned[]
  readonly version: number
}

/** An order as its own customer sees it. */
export function orderView(detail: OrderDetail, around: OrderSurroundings): z.input<typeof Order> {
  const { order, groups, booked, payers, cancellable, refund, refundedMinor } = detail
  const menuDayOf = (groupId: string | null) => groups.find(({ id }) => id === groupId)?.menuDayId ?? null
  const alone = payers.length === 0
  const paid = order.placedAt !== null
  return {
    id: order.id,
    number: order.number,
    status: order.status,
    place: placeView(around.place),
    contact: { name: order.contactName, phone: order.contactPhone },
    note: order.note,
    itemsMinor: order.itemsMinor,
    feeMinor: order.feeMinor,
    totalMinor: order.totalMinor,
    taxMinor: order.taxMinor,
    currency: order.currency,
    receivedAt: order.receivedAt.toISOString(),
    holdExpiresAt: order.holdExpiresAt?.toISOString() ?? null,
    cancellable,
    refund,
    refundedMinor,
    payers: payers.map((payer) => payerView(payer, menuDayOf(payer.groupId))),
    dueMinor: alone ? order.totalMinor : (payers.find(({ groupId }) => groupId === null)?.amountMinor ?? 0),
    returns: around.returns.map(({ cause, lineIds, totalMinor, status, parts }) => ({
      cause,
      lineIds: [...lineIds],
      totalMinor,
      status,
      parts: parts.map(({ seq, amountMinor }) => {
        const payer = payers.find((one) => one.seq === seq && one.kind !== 'payment')
        return { name: payer?.name ?? null, amountMinor }
      }),
    })),
    groups: groups.map((group) => ({
      id: group.id,
      menuDayId: group.menuDayId,
      site: around.siteName(group.siteId),
      serviceDate: group.serviceDate,
      period: group.period,
      status: group.status,
      zone: group.zone,
      servesFrom: group.servesFrom.toISOString(),
      servesTo: group.servesTo.toISOString(),
      cutoffAt: group.cutoffAt.toISOString(),
      slot: around.slotOf(group.id) ?? null,
      handoverCode: paid ? group.handoverCode : null,
      lines: group.lines.map((line) => ({
        id: line.id,
        dishId: line.dishId,
        name: line.name,
        art: around.artOf(line.dishId),
        quantity: line.quantity,
        unitMinor: line.unitMinor,
        allergens: line.allergens,
        acknowledged: [...(line.acknowledged?.codes ?? [])],
        was: line.was,
        removed: line.refundId !== null,
      })),
    })),
    bookings: booked.map(bookedView),
    version: around.version,
  }
}

const bookedView = (group: OrderDetail['booked'][number]): z.input<typeof Order>['bookings'][number] => ({
  id: group.id,
  bookingId: group.bookingId,
  kind: group.kind,
  name: group.name,
  quantity: group.quantity,
  status: group.status,
  zone: group.zone,
  startsAt: group.startsAt.toISOString(),
  endsAt: group.endsAt.toISOString(),
  priceMinor: group.priceMinor,
  taxMinor: taxIncluded(group.priceMinor, group.taxBps),
  refundedMinor: group.refundedMinor,
})
