import { z } from 'zod'
import { defineEvent } from '../kernel/event'

/** A site's need, stock and orders are to be looked at, and what is missing proposed. */
export const ReplenishmentRequested = defineEvent(
  'procurement.replenishment-requested',
  z.object({ reviewId: z.string(), operatorId: z.string(), siteId: z.string() }),
)

/** Somebody stands behind the order: it may be sent to its supplier. */
export const PurchaseOrderApproved = defineEvent(
  'procurement.purchase-order-approved',
  z.object({ purchaseOrderId: z.string(), operatorId: z.string() }),
)

/** Lots of a receipt are on the shelf. */
export const GoodsReceived = defineEvent(
  'procurement.goods-received',
  z.object({ receiptId: z.string(), purchaseOrderId: z.string(), operatorId: z.string(), siteId: z.string() }),
)
