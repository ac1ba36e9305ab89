import type { MedusaContainer } from '@medusajs/framework/types'
import { updateProductVariantsWorkflow } from '@medusajs/medusa/core-flows'
import { toMajor } from './amounts'

/** Changes the base prices of variants the way Medusa's admin does. */
export async function setPrices(
  container: MedusaContainer,
  prices: readonly { readonly variantId: string; readonly priceMinor: number }[],
): Promise<void> {
  await updateProductVariantsWorkflow(container).run({
    input: {
      product_variants: prices.map(({ variantId, priceMinor }) => ({
        id: variantId,
        prices: [{ currency_code: 'cny', amount: toMajor(priceMinor) }],
      })),
    },
  })
}
