import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { CancellationsInput } from '../../../../platform/commerce-contract'
import { recordCancellations } from '../../../../workflows/record-cancellations'

/** Records that orders were cancelled. */
export async function POST(req: MedusaRequest<CancellationsInput>, res: MedusaResponse): Promise<void> {
  res.json(await recordCancellations(req.scope, req.validatedBody.orderIds))
}
