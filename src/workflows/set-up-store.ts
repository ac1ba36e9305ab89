import type { MedusaContainer } from '@medusajs/framework/types'
import type { Text } from '../kernel/text'
import type { Store } from '../platform/commerce-contract'
import { oneAtATime } from './one-at-a-time'
import { setUpCategories } from './set-up-categories'
import { readPublishableKey, setUpChannels } from './set-up-channels'
import { setUpDelivery } from './set-up-delivery'
import { PAYMENT_PROVIDER, setUpMarket } from './set-up-market'
import { type Category, STORE_CATEGORIES } from './store-categories'

export interface SetUpStore {
  readonly operators: readonly { readonly id: string; readonly name: Text }[]
  /** Beside the shop's own; each below one of its doors or of another new root. */
  readonly categories: readonly Category[]
}

/** Everything an order refers to besides products and people. Found by name or handle, made when missing; answers all ids. */
export const setUpStore = (container: MedusaContainer, { operators, categories }: SetUpStore): Promise<Store> =>
  oneAtATime(container, 'set-up', async () => {
    const market = await setUpMarket(container)
    const key = await readPublishableKey(container)
    const salesChannels = await setUpChannels(container, operators, key.id)
    const delivery = await setUpDelivery(container, market.regionId, Object.values(salesChannels))
    return {
      ...market,
      ...delivery,
      currency: 'cny',
      publishableKey: key.token,
      paymentProviderId: PAYMENT_PROVIDER,
      salesChannels,
      categories: await setUpCategories(container, [...STORE_CATEGORIES, ...categories]),
    }
  })
