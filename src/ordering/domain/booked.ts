import type { Text } from '../../kernel/text'

/** A booking as an order sees it: when, what for, and what it costs. */
export interface BookedPart {
  readonly bookingId: string
  readonly offeringId: string
  readonly operatorId: string
  readonly kind: string
  readonly name: Text
  readonly quantity: number
  readonly zone: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly priceMinor: number
  readonly taxBps: number
}

/** What a basket calls the charge of a booking. */
export const bookedCharge = (bookingId: string): string => `booked:${bookingId}`
