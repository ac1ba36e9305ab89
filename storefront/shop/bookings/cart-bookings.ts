import { useSyncExternalStore } from 'react'
import type { OfferingInList } from '../../api/bookings'

/** What is asked of an offering, as the basket sends it. */
export interface BookingWish {
  readonly offeringId: string
  readonly subjectId?: string
  readonly startsAt?: string
  readonly from?: string
  readonly to?: string
  readonly quantity?: number
  readonly guests?: number
  readonly options?: string[]
  readonly consent?: boolean
  readonly note?: string
  readonly party?: { readonly name: string; readonly birthDate: string }[]
}

/** A booking in the basket, with what was shown when it was put in; the price that counts is the quote's. */
export interface CartBooking {
  readonly key: string
  readonly wish: BookingWish
  readonly name: OfferingInList['name']
  readonly priceMinor: number
}

const NONE: readonly CartBooking[] = []

// In memory only: who travels and what somebody tells a clinic is not left behind in a browser others use.
let current: readonly CartBooking[] = NONE
const listeners = new Set<() => void>()

function write(bookings: readonly CartBooking[]): void {
  current = bookings
  for (const tell of listeners) tell()
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** The bookings in the basket of this page. */
export const useCartBookings = (): readonly CartBooking[] =>
  useSyncExternalStore(
    subscribe,
    () => current,
    () => NONE,
  )

export const addBooking = (booking: Omit<CartBooking, 'key'>): void =>
  write([...current, { ...booking, key: crypto.randomUUID() }])

/** Takes out what was asked for at a place of the list. */
export const removeBooking = (key: string): void => write(current.filter((one) => one.key !== key))

export const emptyBookings = (): void => write(NONE)
