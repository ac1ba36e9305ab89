import { Refusal } from '../../kernel/refusal'
import { approvePurchaseOrder } from '../../procurement/purchasing/approve-purchase-order'
import { cancelPurchaseOrder } from '../../procurement/purchasing/cancel-purchase-order'
import { changeLine } from '../../procurement/purchasing/change-line'
import { listOrders } from '../../procurement/purchasing/list-orders'
import { reviewById } from '../../procurement/queries'
import { receiveGoods } from '../../procurement/receiving/receive-goods'
import { requestReview } from '../../procurement/planning/request-review'
import { restoreProposal } from '../../procurement/purchasing/restore-proposal'
import { type Route, serve, stream } from '../serve'
import * as contract from './contract'
import { countRoutes } from './counts/routes'
import { gapRoutes } from './gaps/routes'
import { importRoutes } from './imports/routes'
import { matchingRoutes } from './matching/routes'
import { orderRoutes } from './orders/routes'
import { readOverview } from './overview'
import { receivingRoutes } from './receiving/routes'
import { reachOf, requireOrder, requireSite, requireTenant } from './reach'
import { shelfRoutes } from './shelf'
import { stockRoutes } from './stock/routes'
import { supplierRegisterRoutes } from './suppliers/routes'
import { tracingRoutes } from './tracing/routes'
import { readOrder, siteNames } from './views'

/** The buyers' side: proposals, orders, receipts and stock of the tenants or sites they work for. */
export const procurementRoutes: readonly Route[] = [
  serve(contract.overview, ({ app, caller }) => readOverview(app, caller)),

  serve(contract.listOrders, async ({ app, caller, query: { status: statuses, ...query } }) => {
    const rows = await listOrders(app, { reach: reachOf(caller), statuses, ...query })
    const siteName = await siteNames(
      app,
      rows.map(({ siteId }) => siteId),
    )
    return {
      orders: rows.map((row) => ({
        ...row,
        site: siteName(row.siteId),
        belowMinimum: row.totalMinor < row.minimumMinor,
        eta: row.eta?.toISOString() ?? null,
      })),
    }
  }),

  serve(contract.showOrder, async ({ app, caller, params: { orderId } }) => {
    await requireOrder(app, caller, orderId)
    return readOrder(app, caller, orderId)
  }),

  serve(contract.approveOrder, async ({ app, caller, params: { orderId } }) => {
    await requireOrder(app, caller, orderId)
    await approvePurchaseOrder(app, { purchaseOrderId: orderId, approvedBy: caller.personId })
    return readOrder(app, caller, orderId)
  }),

  serve(contract.cancelOrder, async ({ app, caller, params: { orderId }, body: { reason } }) => {
    await requireOrder(app, caller, orderId)
    await cancelPurchaseOrder(app, { purchaseOrderId: orderId, cancelledBy: caller.personId, reason })
    return readOrder(app, caller, orderId)
  }),

  serve(contract.restoreOrder, async ({ app, caller, params: { orderId } }) => {
    await requireOrder(app, caller, orderId)
    await restoreProposal(app, { purchaseOrderId: orderId, restoredBy: caller.personId })
    return readOrder(app, caller, orderId)
  }),

  serve(contract.changeLine, async ({ app, caller, params: { orderId, lineId }, body: { packs } }) => {
    await requireOrder(app, caller, orderId)
    await changeLine(app, { purchaseOrderId: orderId, lineId, packs, changedBy: caller.personId })
    return readOrder(app, caller, orderId)
  }),

  serve(contract.receiveGoods, async ({ app, caller, params: { orderId }, body }) => {
    await requireOrder(app, caller, orderId)
    await receiveGoods(app, { purchaseOrderId: orderId, receivedBy: caller.personId, ...body })
    return readOrder(app, caller, orderId)
  }),

  serve(contract.requestReview, async ({ app, caller, body: { siteId } }) => {
    const { operatorId } = await requireSite(app, caller, siteId)
    const { reviewId } = await requestReview(app, { operatorId, siteId, requestedBy: caller.personId })
    return { id: reviewId, siteId, requestedAt: app.now().toISOString(), finishedAt: null, proposedLines: null }
  }),

  serve(contract.showReview, async ({ app, caller, params: { reviewId } }) => {
    const review = await reviewById(app, reviewId)
    if (!review) throw new Refusal('not_found')
    const { id, siteId, requestedAt, finishedAt, proposedLines } = review
    await requireSite(app, caller, siteId)
    return {
      id,
      siteId,
      requestedAt: requestedAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
      proposedLines,
    }
  }),

  ...shelfRoutes,
  ...orderRoutes,
  ...gapRoutes,
  ...receivingRoutes,
  ...stockRoutes,
  ...countRoutes,
  ...supplierRegisterRoutes,
  ...matchingRoutes,
  ...tracingRoutes,
  ...importRoutes,

  stream(contract.watchOrders, async ({ caller, params: { operatorId } }) => {
    requireTenant(caller, operatorId)
    return `procurement:${operatorId}`
  }),
]
