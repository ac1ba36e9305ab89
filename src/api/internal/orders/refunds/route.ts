import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { RefundsInput } from '../../../../platform/commerce-contract'
import { recordRefunds } from '../../../../workflows/record-refunds'

/** Records money given back, once each. */
export async function POST(req: MedusaRequest<RefundsInput>, res: MedusaResponse): Promise<void> {
  res.json(await recordRefunds(req.scope, req.validatedBody.refunds))
}
