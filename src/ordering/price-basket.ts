import { DELIVERY_TAX_BPS } from './domain/policy'
import { type PricedItem, type Quote, quote } from './domain/quote'

/** What a basket costs at a place whose drop costs `feeMinor`. */
export const priceBasket = (items: readonly PricedItem[], feeMinor: number): Quote =>
  quote(items, { minor: feeMinor, taxBps: DELIVERY_TAX_BPS })
