import type { MedusaContainer } from '@medusajs/framework/types'
import { refreshOffers } from '../catalogue/refresh-offers'
import type { App } from '../platform/app'
import { priceMark } from './changed-prices'
import { oneAtATime } from './one-at-a-time'
import { readPrices } from './read-prices'

let seen: string | undefined
let waiting: Promise<void> | undefined

/**
 * Brings the published offers to Medusa's prices of this moment; reads one row when nothing changed. One at a time,
 * so that an older look never writes over a newer one; whoever asks while a look waits its turn shares it.
 */
export function followPrices(container: MedusaContainer): Promise<void> {
  waiting ??= oneAtATime(container, 'follow-prices', async () => {
    waiting = undefined
    const mark = await priceMark(container) // before the prices: what changes in between is seen next time
    if (mark === seen) return
    const app: App = container.resolve('linli')
    const prices = await readPrices(container)
    await refreshOffers(
      app,
      prices.map(({ variantId, currency, priceMinor }) => ({ variantId, currency, priceMinor })),
    )
    seen = mark
  })
  return waiting
}
