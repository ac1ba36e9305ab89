import type { z } from 'zod'
import { type BookingWish, holdBooking, type PricedBooking, priceBooking } from '../../../booking/hold-booking'
import type { App } from '../../../platform/app'
import type { BookingWish as AskedWish, QuotedBooking } from '../basket/contract'

type Wishes = readonly z.output<typeof AskedWish>[]

const wishOf = ({ startsAt, ...wish }: Wishes[number]): BookingWish => ({
  ...wish,
  startsAt: startsAt === undefined ? undefined : new Date(startsAt),
})

/** What the bookings of a basket cost now; a basket without any asks nothing. */
export async function priceBookings(app: App, personId: string, wishes: Wishes): Promise<PricedBooking[]> {
  const priced: PricedBooking[] = []
  for (const wish of wishes) priced.push(await priceBooking(app, personId, wishOf(wish)))
  return priced
}

/** Takes them in an order all baskets share, so that two cannot wait for each other. */
const inOrder = (a: Wishes[number], b: Wishes[number]): number =>
  `${a.offeringId}/${a.subjectId ?? ''}`.localeCompare(`${b.offeringId}/${b.subjectId ?? ''}`)

/** Holds the bookings of a basket in the order's own transaction, as the order sees them. */
export async function holdBookings(app: App, personId: string, wishes: Wishes) {
  const held = []
  for (const wish of wishes.toSorted(inOrder)) {
    const { row, name, taxBps } = await holdBooking(app, personId, wishOf(wish))
    const { id: bookingId, operatorId, kind, quantity, zone, startsAt, endsAt, priceMinor } = row
    const { offeringId } = wish
    held.push({ bookingId, offeringId, operatorId, kind, name, quantity, zone, startsAt, endsAt, priceMinor, taxBps })
  }
  return held
}

/** A booking as the basket shows it. */
export const pricedView = ({
  offering,
  startsAt,
  endsAt,
  ladder,
  ...priced
}: PricedBooking): z.input<typeof QuotedBooking> => ({
  ...priced,
  ladder: [...ladder],
  offeringId: offering.id,
  kind: offering.kind,
  isHealth: offering.isHealth,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
})
