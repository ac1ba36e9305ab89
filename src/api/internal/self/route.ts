import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'

/** Medusa's proprietary packages, which we neither enable nor load. */
const PROPRIETARY = /@medusajs[\\/](rbac|auth-oidc)[\\/]/

/** What this process can say of its own safety; both lists are empty when all is well. */
export async function GET(_req: MedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({
    pollution: Object.keys(Object.prototype),
    proprietary: Object.keys(require.cache).filter((file) => PROPRIETARY.test(file)),
  })
}
