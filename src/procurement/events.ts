import { z } from 'zod'
import { defineEvent } from '../kernel/event'
import { Text } from '../kernel/text'
import { MealPeriod, ServiceDate } from '../kernel/time'

/** A site's need, stock and orders are to be looked at, and what is missing proposed. */
export const ReplenishmentRequested = defineEvent(
  'procurement.replenishment-requested',
  z.object({ reviewId: z.string(), operatorId: z.string(), siteId: z.string() }),
)

/** What a site will sell in the days to come is to be forecast anew. */
export const ForecastRequested = defineEvent(
  'procurement.forecast-requested',
  z.object({ runId: z.string(), operatorId: z.string(), siteId: z.string() }),
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

/** Ordered goods will not come, in whole or in part: somebody must look at the site anew. */
export const SupplyFellShort = defineEvent(
  'procurement.supply-fell-short',
  z.object({ operatorId: z.string(), siteId: z.string(), gapIds: z.array(z.string()).min(1) }),
)

/** What goods that will not come mean for a site, as far as is known now; a later word on the same gap replaces this one. */
export const SupplyGapJudged = defineEvent(
  'procurement.supply-gap-judged',
  z.object({
    gapId: z.string(),
    operatorId: z.string(),
    siteId: z.string(),
    ingredientId: z.string(),
    ingredient: Text,
    unit: z.enum(['g', 'ml', 'piece']),
    /** Base units. */
    quantity: z.number().int(),
    state: z.enum(['covered', 'resourced', 'escalated']),
    runsOutOn: ServiceDate.nullable(),
    hits: z.array(
      z.object({
        menuDayId: z.string(),
        serviceDate: ServiceDate,
        period: MealPeriod,
        dishId: z.string(),
        dish: Text,
        portions: z.number().int(),
        cutoffAt: z.iso.datetime(),
      }),
    ),
    judgedAt: z.iso.datetime(),
  }),
)

/** A supplier's paper ends in so many days: said once a distance. */
export const CertificateEnding = defineEvent(
  'procurement.certificate-ending',
  z.object({
    certificateId: z.string(),
    operatorId: z.string(),
    supplierId: z.string(),
    daysBefore: z.number().int(),
    validTo: ServiceDate,
  }),
)
