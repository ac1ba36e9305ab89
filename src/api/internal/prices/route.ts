import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { type PricesInput, PricesQuery } from '../../../platform/commerce-contract'
import { variantsRepricedSince } from '../../../workflows/changed-prices'
import { readPrices } from '../../../workflows/read-prices'
import { setPrices } from '../../../workflows/set-prices'

/** What variants cost now: those asked for, those repriced since an instant, or all. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { variantIds, updatedSince } = PricesQuery.parse(req.query)
  const repriced = updatedSince ? await variantsRepricedSince(req.scope, new Date(updatedSince)) : undefined
  res.json({ prices: await readPrices(req.scope, variantIds ?? repriced) })
}

/** Changes base prices; offers follow within seconds. */
export async function PUT(req: MedusaRequest<PricesInput>, res: MedusaResponse): Promise<void> {
  await setPrices(req.scope, req.validatedBody.prices)
  res.status(204).end()
}
