import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { FulfilmentsInput } from '../../../../platform/commerce-contract'
import { recordFulfilments } from '../../../../workflows/record-fulfilments'

/** Records what was handed over, once each. */
export async function POST(req: MedusaRequest<FulfilmentsInput>, res: MedusaResponse): Promise<void> {
  res.json(await recordFulfilments(req.scope, req.validatedBody.fulfilments))
}
