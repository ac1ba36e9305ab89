import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { readPublishableKey } from '../../../workflows/set-up-channels'

/** The key Medusa's store routes ask for. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { token } = await readPublishableKey(req.scope)
  res.json({ publishableKey: token })
}
