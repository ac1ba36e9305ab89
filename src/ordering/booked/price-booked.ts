import { taxIncluded } from '../../kernel/money'
import { type BookedPart, bookedCharge } from '../domain/booked'
import type { BasketPayers } from '../domain/payers'
import type { Quote } from '../domain/quote'

/** A basket of meals with bookings beside them: each is taxed by itself, none has a fee. */
export function withBooked(quote: Quote, booked: readonly Pick<BookedPart, 'priceMinor' | 'taxBps'>[]): Quote {
  const minor = booked.reduce((sum, { priceMinor }) => sum + priceMinor, 0)
  const taxMinor = booked.reduce((sum, { priceMinor, taxBps }) => sum + taxIncluded(priceMinor, taxBps), quote.taxMinor)
  const { itemsMinor, totalMinor } = quote
  return { ...quote, itemsMinor: itemsMinor + minor, totalMinor: totalMinor + minor, taxMinor }
}

/** Bookings are the person's own to pay: no allowance, budget or grant is asked for them. */
export function payingBooked(
  payers: BasketPayers,
  booked: readonly Pick<BookedPart, 'bookingId' | 'priceMinor'>[],
): BasketPayers {
  const own = booked.map(({ bookingId, priceMinor }) => [bookedCharge(bookingId), priceMinor] as const)
  const minor = own.reduce((sum, [, priceMinor]) => sum + priceMinor, 0)
  return { ...payers, unpaid: new Map([...payers.unpaid, ...own]), unpaidMinor: payers.unpaidMinor + minor }
}
