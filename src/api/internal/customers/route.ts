import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { CustomersInput } from '../../../platform/commerce-contract'
import { upsertCustomers } from '../../../workflows/upsert-customers'

/** Makes customers without an account. Answers their ids by e-mail address. */
export async function POST(req: MedusaRequest<CustomersInput>, res: MedusaResponse): Promise<void> {
  res.json({ customers: await upsertCustomers(req.scope, req.validatedBody.customers, false) })
}
