import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { type OrdersInput, OrdersQuery } from '../../../platform/commerce-contract'
import { readOrders } from '../../../workflows/read-orders'
import { recordOrders } from '../../../workflows/record-orders'

/** How orders stand on the books, by our ids. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { ids } = OrdersQuery.parse(req.query)
  res.json({ orders: await readOrders(req.scope, ids) })
}

/** Records finished orders, once each. */
export async function POST(req: MedusaRequest<OrdersInput>, res: MedusaResponse): Promise<void> {
  res.json(await recordOrders(req.scope, req.validatedBody))
}
