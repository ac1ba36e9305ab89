import { useSyncExternalStore } from 'react'
import type { Offer } from '../api/store'

/** One offer in the basket, with what was shown when it was put in; the price that counts is the quote's. */
export interface CartLine {
  readonly offerId: string
  readonly quantity: number
  /** The public price. */
  readonly priceMinor: number
  /** The company's, for its people; missing in baskets of an older page. */
  readonly companyMinor?: number | null
  readonly currency: string
  readonly name: Offer['name']
}

/** The basket of this browser, for one community: kitchens elsewhere cook other offers. */
export interface Cart {
  readonly communityId: string
  readonly lines: readonly CartLine[]
}

const KEY = 'linli.cart'
const EMPTY: Cart = { communityId: '', lines: [] }

let current: Cart | undefined
const listeners = new Set<() => void>()

function read(): Cart {
  if (current) return current
  try {
    current = (JSON.parse(localStorage.getItem(KEY) ?? 'null') as Cart | null) ?? EMPTY
  } catch {
    // a private window may refuse storage, and old versions may have written something else
    current = EMPTY
  }
  return current
}

function write(cart: Cart): void {
  current = cart
  try {
    localStorage.setItem(KEY, JSON.stringify(cart))
  } catch {
    // the basket lives as long as the page then
  }
  for (const tell of listeners) tell()
}

function subscribe(tell: () => void): () => void {
  const elsewhere = (event: StorageEvent) => {
    if (event.key !== KEY) return
    current = undefined
    tell()
  }
  listeners.add(tell)
  window.addEventListener('storage', elsewhere)
  return () => {
    listeners.delete(tell)
    window.removeEventListener('storage', elsewhere)
  }
}

/** The lines for a community; empty for every other. */
export function useCart(communityId: string): readonly CartLine[] {
  const cart = useSyncExternalStore(subscribe, read, () => EMPTY)
  return cart.communityId === communityId ? cart.lines : EMPTY.lines
}

/**
 * Sets how many of an offer are in the basket; 0 takes it out. It may take the place of others: a day has one dish where a
 * week is chosen. Another community's basket is left behind.
 */
export function putInCart(
  communityId: string,
  offer: Omit<CartLine, 'quantity'>,
  quantity: number,
  others: readonly string[] = [],
): void {
  const lines = read().communityId === communityId ? read().lines : []
  const kept = lines.filter(({ offerId }) => offerId !== offer.offerId && !others.includes(offerId))
  write({ communityId, lines: quantity > 0 ? [...kept, { ...offer, quantity }] : kept })
}

/** Takes some offers out. */
export function takeOut(communityId: string, offerIds: readonly string[]): void {
  if (read().communityId !== communityId) return
  write({ communityId, lines: read().lines.filter(({ offerId }) => !offerIds.includes(offerId)) })
}

export const emptyCart = (): void => write(EMPTY)

export const quantityOf = (lines: readonly CartLine[], offerId: string): number =>
  lines.find((line) => line.offerId === offerId)?.quantity ?? 0
