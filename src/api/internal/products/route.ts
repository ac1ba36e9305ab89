import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { ProductsInput } from '../../../platform/commerce-contract'
import { publishProducts } from '../../../workflows/publish-products'

/** Puts dishes into Medusa's catalogue. */
export async function POST(req: MedusaRequest<ProductsInput>, res: MedusaResponse): Promise<void> {
  res.json({ products: await publishProducts(req.scope, req.validatedBody.products) })
}
