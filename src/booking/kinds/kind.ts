import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import type { Tx } from '../../platform/database'
import type { BookingRow } from '../bookings'
import type { CancellationLadder } from '../domain/ladder'
import type { offerings } from '../schema/offerings'

export type OfferingRow = typeof offerings.$inferSelect

/** What somebody would like of an offering; each kind looks at what concerns it. */
export interface Wish {
  readonly offeringId: string
  /** The room type, departure, entry slot or harvest; a service has none beside itself. */
  readonly subjectId?: string | undefined
  readonly startsAt?: Date | undefined
  /** Of a stay, half-open. */
  readonly from?: ServiceDate | undefined
  readonly to?: ServiceDate | undefined
  /** Rooms, seats or units. */
  readonly quantity: number
  readonly guests?: number | undefined
  /** Ids of the offering's options. */
  readonly options: readonly string[]
}

export interface Asked {
  readonly offering: OfferingRow
  readonly wish: Wish
  readonly personId: string
}

/** When a wish would be and what it costs, whoever gets it in the end. */
export interface Priced {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly zone: string
  readonly priceMinor: number
  readonly ladder: CancellationLadder
}

/** All that a kind of booking must know. A new kind is a folder with these, not a change to the basket. */
export interface Kind {
  /** What it costs and when it is; holds nothing. @throws Refusal where it cannot be had. */
  readonly price: (app: App, asked: Asked) => Promise<Priced>
  /** Holds it, all or nothing, in the caller's transaction. @throws Refusal where somebody was quicker. */
  readonly hold: (app: App, asked: Asked) => Promise<BookingRow>
  /** Puts places of a booking back on sale, in the transaction that makes it smaller. */
  readonly giveBack: (tx: Tx, row: BookingRow, quantity: number) => Promise<unknown>
  /** Takes the places again that were given back when the hold expired. @throws Refusal where they are gone. */
  readonly takeAgain: (tx: Tx, row: BookingRow) => Promise<unknown>
}
