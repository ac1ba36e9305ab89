import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { IdentitiesInput } from '../../../platform/commerce-contract'
import { createIdentities } from '../../../workflows/create-identities'

/** Makes logins with one password, for demo accounts. Answers customer ids by e-mail address. */
export async function POST(req: MedusaRequest<IdentitiesInput>, res: MedusaResponse): Promise<void> {
  res.json({ customers: await createIdentities(req.scope, req.validatedBody) })
}
