import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { SetupInput } from '../../../platform/commerce-contract'
import { setUpStore } from '../../../workflows/set-up-store'

/** Makes what is missing of the store; answers every id others need. */
export async function POST(req: MedusaRequest<SetupInput>, res: MedusaResponse): Promise<void> {
  res.json(await setUpStore(req.scope, req.validatedBody))
}
