import { DELIVERY_TAX_BPS } from './domain/policy'
import { type DeliveryFee, type PricedItem, type Quote, quote } from './domain/quote'

/** What a basket costs where each meal's drop costs `feeOf` it. */
export const priceBasket = (items: readonly PricedItem[], feeOf: DeliveryFee['of']): Quote =>
  quote(items, { of: feeOf, taxBps: DELIVERY_TAX_BPS })
