import type { MedusaContainer } from '@medusajs/framework/types'
import { followPrices } from '../workflows/follow-prices'

/** Catches what no event told: a lost one, a list whose day came, a change made in the database. */
export default async function reconcilePrices(container: MedusaContainer): Promise<void> {
  await followPrices(container)
}

/** Every 3 s: an offer may trail its price by 5 s. */
export const config = { name: 'linli-follow-prices', schedule: { interval: 3_000 } }
