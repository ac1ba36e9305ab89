import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils'
import type { PriceNow } from '../platform/commerce-contract'
import { toMinor } from './amounts'

/** Prices are worked out for this many variants with one query. */
const BATCH = 500

/** What variants cost now, in CNY; without ids, every variant that has a price. Lists are those in force at this moment. */
export async function readPrices(container: MedusaContainer, variantIds?: readonly string[]): Promise<PriceNow[]> {
  const sets = await readSets(container, variantIds)
  const prices: PriceNow[] = []
  for (let at = 0; at < sets.length; at += BATCH) prices.push(...(await priced(container, sets.slice(at, at + BATCH))))
  return prices
}

interface PriceSet {
  readonly id: string
  readonly variantId: string
}

async function readSets(container: MedusaContainer, variantIds?: readonly string[]): Promise<PriceSet[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: 'product_variant_price_set',
    fields: ['variant_id', 'price_set_id'],
    ...(variantIds ? { filters: { variant_id: [...variantIds] } } : {}),
  })
  return data.map((link: { variant_id: string; price_set_id: string }) => ({
    id: link.price_set_id,
    variantId: link.variant_id,
  }))
}

async function priced(container: MedusaContainer, sets: readonly PriceSet[]): Promise<PriceNow[]> {
  const pricing = container.resolve(Modules.PRICING)
  const ids = sets.map(({ id }) => id)
  const now = await pricing.calculatePrices({ id: ids }, { context: { currency_code: 'cny' } })
  const inForce = await pricing.listPriceLists(
    { status: ['active'] },
    { select: ['id', 'starts_at', 'ends_at'], take: null },
  )
  const listIds = inForce.filter(runsAt(new Date())).map(({ id }) => id)
  const listed = listIds.length
    ? await pricing.listPrices({ price_set_id: ids, price_list_id: listIds }, { take: null, relations: ['price_list'] })
    : []

  const bySet = new Map(now.map((price) => [price.id, price]))
  return sets.flatMap(({ id, variantId }) => {
    const price = bySet.get(id)
    if (!price || price.calculated_amount === null) return []
    const lists = listed.flatMap(({ price_set_id, price_list, amount }) =>
      price_set_id === id && price_list ? [{ priceListId: price_list.id, priceMinor: toMinor(amount) }] : [],
    )
    const priceMinor = toMinor(price.calculated_amount)
    return [{ variantId, currency: 'cny' as const, priceMinor, baseMinor: toMinor(price.original_amount), lists }]
  })
}

interface Span {
  readonly starts_at?: Date | string | null
  readonly ends_at?: Date | string | null
}

const runsAt =
  (at: Date) =>
  ({ starts_at, ends_at }: Span): boolean =>
    (!starts_at || new Date(starts_at) <= at) && (!ends_at || new Date(ends_at) > at)
