import { Refusal } from '../../kernel/refusal'
import { operatorsByIds, sitesByIds } from '../../places/queries'
import { versionOf } from '../../platform/realtime'
import { confirmPurchaseOrder } from '../../procurement/purchasing/confirm-purchase-order'
import { ordersForSupplier, SHOWN_TO_SUPPLIER } from '../../procurement/purchasing/orders-for-supplier'
import { type Route, serve, stream } from '../serve'
import * as contract from './contract'
import { supplierOrderRoutes } from './orders/routes'
import { supplierPaperRoutes } from './papers/routes'
import { names, readOrder, requireOwnOrder, suppliersOf } from './views'

/** The suppliers' side: their own orders, and their word on them. */
export const supplierRoutes: readonly Route[] = [
  serve(contract.listOrders, async ({ app, caller, query: { status: statuses = SHOWN_TO_SUPPLIER } }) => {
    const supplierIds = suppliersOf(caller)
    const rows = await ordersForSupplier(app, { supplierIds, statuses })
    const siteName = await names(sitesByIds, app, rows, 'siteId')
    const buyerName = await names(operatorsByIds, app, rows, 'operatorId')
    return {
      orders: rows.map((row) => ({
        ...row,
        site: siteName(row.siteId),
        buyer: buyerName(row.operatorId),
        eta: row.eta?.toISOString() ?? null,
      })),
      streams: await Promise.all(
        supplierIds.map(async (supplierId) => ({
          supplierId,
          version: await versionOf(app.db, `supplier:${supplierId}`),
        })),
      ),
    }
  }),

  serve(contract.showOrder, async ({ app, caller, params: { orderId } }) => {
    await requireOwnOrder(app, caller, orderId)
    return readOrder(app, orderId)
  }),

  serve(contract.confirmOrder, async ({ app, caller, params: { orderId }, body: { lines } }) => {
    await requireOwnOrder(app, caller, orderId)
    await confirmPurchaseOrder(app, { purchaseOrderId: orderId, saidBy: caller.personId, lines })
    return readOrder(app, orderId)
  }),

  ...supplierOrderRoutes,
  ...supplierPaperRoutes,

  stream(contract.watchOrders, async ({ caller, params: { supplierId } }) => {
    if (!suppliersOf(caller).includes(supplierId)) throw new Refusal('not_found')
    return `supplier:${supplierId}`
  }),
]
