import { randomInt } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import type { Text } from '../kernel/text'
import type { App } from '../platform/app'
import { seal } from '../platform/seal'
import type { BookingRow } from './bookings'
import { KINDS } from './kinds/all'
import type { Asked, OfferingRow, Wish } from './kinds/kind'
import { type Passenger, writePassengers } from './passengers'
import { bookings } from './schema/bookings'
import { healthConsents, offerings } from './schema/offerings'

export interface BookingWish extends Wish {
  /** Says yes to the provider's keeping what a health booking needs; asked for where the offering says so. */
  readonly consent: boolean
  /** For a health provider's eyes alone. */
  readonly note: string
  /** Who travels; as many as seats. */
  readonly party: readonly Passenger[]
}

/** A wish with its price, as the basket shows it and the order freezes it. */
export interface PricedBooking {
  readonly offering: OfferingRow
  readonly name: Text
  readonly quantity: number
  readonly startsAt: Date
  readonly endsAt: Date
  readonly zone: string
  readonly priceMinor: number
  readonly taxBps: number
  readonly ladder: OfferingRow['ladder']
}

/** What a wish costs somebody now; holds nothing. @throws Refusal `not_found` and those of its kind. */
export async function priceBooking(app: App, personId: string, wish: Wish): Promise<PricedBooking> {
  const offering = await offeringOf(app, wish.offeringId)
  const priced = await KINDS[offering.kind].price(app, { offering, wish, personId })
  return { ...priced, offering, name: offering.name, quantity: wish.quantity, taxBps: offering.taxBps }
}

/**
 * Holds what somebody wishes until it is paid, in the caller's transaction: places, passengers and the consent for a health
 * booking together or nothing.
 * @throws Refusal `not_found`, `consent_needed`, `passengers_missing` and those of its kind.
 */
export async function holdBooking(app: App, personId: string, wish: BookingWish) {
  const offering = await offeringOf(app, wish.offeringId)
  const asked: Asked = { offering, wish, personId }
  if (offering.isHealth && !wish.consent) throw new Refusal('consent_needed')
  const isTravel = offering.kind === 'travel_departure'
  if (isTravel && wish.party.length !== wish.quantity) throw new Refusal('passengers_missing', { seats: wish.quantity })
  const held = await KINDS[offering.kind].hold(app, asked)
  const about = { offeringId: offering.id, providerId: offering.providerId, name: offering.name, code: voucherCode() }
  const options = [...wish.options]
  await app.db
    .update(bookings)
    .set({ ...about, options })
    .where(eq(bookings.id, held.id))
  if (isTravel) await writePassengers(app, held, wish.party)
  if (offering.isHealth) {
    const sealedNote = seal(app.config, 'health-note', personId, wish.note)
    const consent = { bookingId: held.id, personId, givenAt: app.now(), sealedNote }
    await app.db.insert(healthConsents).values(consent)
  }
  const row: BookingRow = { ...held, ...about, options }
  return { row, name: offering.name, taxBps: offering.taxBps }
}

async function offeringOf(app: App, id: string): Promise<OfferingRow> {
  const [offering] = await app.db.select().from(offerings).where(eq(offerings.id, id))
  if (!offering) throw new Refusal('not_found')
  return offering
}

/** No vowels and no look-alikes: nothing to misread, nothing to be offended by. */
const LETTERS = 'BCDFGHJKMNPQRTVWXY346789'

/** Ten letters: 6 × 10^13 of them, so nobody guesses one. */
const voucherCode = (): string => Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
