import { createHash } from 'node:crypto'
import type { MedusaContainer, ProductDTO } from '@medusajs/framework/types'
import { MedusaError, Modules, ProductStatus } from '@medusajs/framework/utils'
import { createProductsWorkflow, updateProductsWorkflow } from '@medusajs/medusa/core-flows'
import type { ProductInput, Store } from '../platform/commerce-contract'
import { toMajor } from './amounts'
import { oneAtATime } from './one-at-a-time'
import { setUpStore } from './set-up-store'

export type Published = Record<string, { productId: string; variantId: string }>

/** Medusa compensates a failed batch as a whole; smaller ones also keep its memory low. */
const BATCH = 100
const OPTION = { title: '规格', value: '份' }

const handleOf = (dishId: string) => dishId.toLowerCase().replaceAll('_', '-')

/**
 * Makes one product with one variant (sku: our dish id) for each dish, or brings its texts, category and tax up to
 * date. The price is set once: from then on it is Medusa's. Answers ids by dish.
 */
export const publishProducts = (container: MedusaContainer, products: readonly ProductInput[]): Promise<Published> =>
  oneAtATime(container, 'products', async () => {
    const categories = [...new Set(products.map(({ category }) => category))]
    const store = await setUpStore(container, {
      operators: [],
      categories: categories.map((handle) => ({ handle, name: { zh: handle, en: handle } })),
    })
    const standing = await readProducts(container, products)
    const changed = products.filter((product) => {
      const known = standing.get(handleOf(product.dishId))
      return known && known.metadata?.['linli_digest'] !== digestOf(product)
    })
    for (const batch of batches(changed)) await update(container, store, standing, batch)
    const missing = products.filter(({ dishId }) => !standing.has(handleOf(dishId)))
    for (const batch of batches(missing)) await create(container, store, batch)

    const now = missing.length > 0 ? await readProducts(container, products) : standing
    return Object.fromEntries(products.map(({ dishId }) => [dishId, idsOf(now.get(handleOf(dishId)))]))
  })

async function readProducts(container: MedusaContainer, products: readonly ProductInput[]) {
  const handle = products.map(({ dishId }) => handleOf(dishId))
  const found = await container
    .resolve(Modules.PRODUCT)
    .listProducts({ handle }, { select: ['id', 'handle', 'metadata'], relations: ['variants'], take: null })
  return new Map(found.map((product) => [product.handle, product]))
}

/** What a repetition compares: everything but the price. */
const digestOf = ({ priceMinor: _price, ...rest }: ProductInput): string =>
  createHash('sha256').update(JSON.stringify(rest)).digest('hex').slice(0, 16)

const batches = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / BATCH) }, (_, i) => all.slice(i * BATCH, (i + 1) * BATCH))

async function create(container: MedusaContainer, store: Store, batch: readonly ProductInput[]): Promise<void> {
  const products = batch.map((product) => ({
    ...fieldsOf(product, store),
    handle: handleOf(product.dishId),
    external_id: product.dishId,
    status: ProductStatus.PUBLISHED,
    shipping_profile_id: store.shippingProfileId,
    sales_channels: [{ id: channelOf(product, store) }],
    options: [{ title: OPTION.title, values: [OPTION.value] }],
    variants: [
      {
        title: OPTION.value,
        sku: product.dishId,
        manage_inventory: false, // capacity is ours
        options: { [OPTION.title]: OPTION.value },
        prices: [{ currency_code: 'cny', amount: toMajor(product.priceMinor) }],
      },
    ],
  }))
  await createProductsWorkflow(container).run({ input: { products } })
}

async function update(
  container: MedusaContainer,
  store: Store,
  standing: ReadonlyMap<string, ProductDTO>,
  batch: readonly ProductInput[],
): Promise<void> {
  const products = batch.map((product) => ({
    ...fieldsOf(product, store),
    id: standing.get(handleOf(product.dishId))?.id ?? '',
  }))
  await updateProductsWorkflow(container).run({ input: { products } })
}

function fieldsOf(product: ProductInput, { categories, taxTypes }: Store) {
  const { dishId, title, description, kind, operatorId, category, taxBps } = product
  const typeId = taxTypes[String(taxBps)]
  return {
    title: title.zh,
    description: description?.zh ?? '',
    ...(typeId ? { type_id: typeId } : {}),
    category_ids: [categories[category] ?? ''],
    metadata: {
      en: title.en,
      description_en: description?.en ?? '',
      kind,
      linli_dish_id: dishId,
      operator_id: operatorId,
      linli_digest: digestOf(product),
    },
  }
}

function channelOf({ operatorId }: ProductInput, { salesChannels }: Store): string {
  const channel = salesChannels[operatorId]
  if (channel) return channel
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `operator ${operatorId} has no sales channel: set up the store`)
}

function idsOf(product: ProductDTO | undefined) {
  const variant = product?.variants[0]
  if (!product || !variant) throw new Error('Medusa lost a product it had just made')
  return { productId: product.id, variantId: variant.id }
}
