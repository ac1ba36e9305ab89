import type { SubscriberArgs, SubscriberConfig } from '@medusajs/framework'
import { PricingEvents } from '@medusajs/framework/utils'
import { followPrices } from '../workflows/follow-prices'

/** A price changed in Medusa: the offers follow at once. Events can be lost; the job of the same purpose sees to that. */
export default async function priceChanged({ container }: SubscriberArgs): Promise<void> {
  await followPrices(container)
}

export const config: SubscriberConfig = {
  // setting prices anew deletes and creates; changing a list's status is announced by nobody
  event: [
    PricingEvents.PRICE_CREATED,
    PricingEvents.PRICE_UPDATED,
    PricingEvents.PRICE_DELETED,
    PricingEvents.PRICE_LIST_CREATED,
    PricingEvents.PRICE_LIST_UPDATED,
    PricingEvents.PRICE_LIST_DELETED,
  ],
  context: { subscriberId: 'linli-price-changed' },
}
