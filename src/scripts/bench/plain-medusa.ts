import { openCommerce } from '../../platform/commerce'
import { INTERNAL_HEADER } from '../../platform/commerce-http'
import type { Config } from '../../platform/config'

/** Where Medusa's own store is open and what it has to sell. */
export interface PlainMedusa {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly regionId: string
  readonly salesChannelId: string
  readonly shippingOptionId: string
  readonly paymentProviderId: string
  readonly variantIds: readonly string[]
}

const OPERATOR = 'op_bench'
const DISHES = 20

/** Puts a tenant with a few products into Medusa, for purchases through its own routes. Repeating changes nothing. */
export async function preparePlainMedusa(config: Config): Promise<PlainMedusa> {
  const commerce = openCommerce(config)
  const store = await commerce.setup({ operators: [{ id: OPERATOR, name: { zh: '压测', en: 'Bench' } }] })
  const products = await commerce.upsertProducts(
    Array.from({ length: DISHES }, (_, i) => ({
      dishId: `dish_bench_${i}`,
      operatorId: OPERATOR,
      kind: 'meal',
      category: 'community_meals',
      title: { zh: `压测菜 ${i}`, en: `Bench dish ${i}` },
      priceMinor: 1500 + i * 10,
      taxBps: 600,
    })),
  )
  return {
    url: config.COMMERCE_URL,
    headers: {
      [INTERNAL_HEADER]: config.COMMERCE_SECRET,
      'x-publishable-api-key': store.publishableKey,
      'content-type': 'application/json',
    },
    regionId: store.regionId,
    salesChannelId: store.salesChannels[OPERATOR] ?? '',
    shippingOptionId: store.shippingOptionId,
    paymentProviderId: store.paymentProviderId,
    variantIds: Object.values(products).map(({ variantId }) => variantId),
  }
}

const ADDRESS = {
  first_name: '林',
  last_name: '夏',
  address_1: '桥边路 1 号',
  city: '重庆',
  country_code: 'cn',
  phone: '13800000000',
}

/**
 * One whole purchase the stock way: cart, line, address and e-mail, delivery, payment session, completion. Answers
 * Medusa's order id. @throws when any step is refused.
 */
export async function purchaseOnce(medusa: PlainMedusa): Promise<string> {
  const post = async <T>(path: string, body: object): Promise<T> => {
    const response = await fetch(`${medusa.url}${path}`, {
      method: 'POST',
      headers: medusa.headers,
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return (await response.json()) as T
  }
  const variant_id = medusa.variantIds[Math.floor(Math.random() * medusa.variantIds.length)]
  const place = { region_id: medusa.regionId, sales_channel_id: medusa.salesChannelId }

  const { cart } = await post<{ cart: { id: string } }>('/store/carts', place)
  const at = `/store/carts/${cart.id}`
  await post(`${at}/line-items`, { variant_id, quantity: 1 })
  await post(at, { email: 'bench@linli.example', shipping_address: ADDRESS, billing_address: ADDRESS })
  await post(`${at}/shipping-methods`, { option_id: medusa.shippingOptionId })
  const paying = await post<{ payment_collection: { id: string } }>('/store/payment-collections', { cart_id: cart.id })
  await post(`/store/payment-collections/${paying.payment_collection.id}/payment-sessions`, {
    provider_id: medusa.paymentProviderId,
  })
  const done = await post<{ type: string; order?: { id: string } }>(`${at}/complete`, {})
  if (!done.order) throw new Error(`the cart was not completed: ${JSON.stringify(done)}`)
  return done.order.id
}
