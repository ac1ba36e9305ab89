import { and, asc, desc, eq, gt, gte, ilike, inArray, isNotNull, lt, lte, or, sql } from 'drizzle-orm'
import type { ServiceDate } from '../kernel/time'
import type { App } from '../platform/app'
import { type Reach, within } from './reach'
import { reviews } from './schema/planning'
import { type PurchaseOrderStatus, purchaseOrderLines, purchaseOrders } from './schema/purchasing'
import { lots, shortages } from './schema/stock'
import { ingredients, suppliers } from './schema/supply'

/** Lists end here; what is more needs a narrower filter. */
const MOST_ROWS = 300

export interface OrderFilter {
  readonly reach: readonly Reach[]
  readonly statuses?: readonly PurchaseOrderStatus[] | undefined
  readonly siteId?: string | undefined
  readonly supplierId?: string | undefined
  readonly deliverOn?: ServiceDate | undefined
  /** Still to come although its day is over. */
  readonly deliverBefore?: ServiceDate | undefined
  /** Part of the number, or of the supplier's name. */
  readonly search?: string | undefined
}

/** Orders with their supplier, the next delivery first. */
export const listOrders = (app: App, filter: OrderFilter) =>
  app.db
    .select({
      id: purchaseOrders.id,
      number: purchaseOrders.number,
      operatorId: purchaseOrders.operatorId,
      siteId: purchaseOrders.siteId,
      supplierId: purchaseOrders.supplierId,
      supplier: suppliers.name,
      status: purchaseOrders.status,
      deliverOn: purchaseOrders.deliverOn,
      totalMinor: purchaseOrders.totalMinor,
      minimumMinor: suppliers.minimumMinor,
      proposedAt: purchaseOrders.proposedAt,
      lines: sql<number>`(select count(*)::int from ${purchaseOrderLines}
        where ${purchaseOrderLines.purchaseOrderId} = ${purchaseOrders.id} and ${purchaseOrderLines.packs} > 0)`,
    })
    .from(purchaseOrders)
    .innerJoin(suppliers, eq(suppliers.id, purchaseOrders.supplierId))
    .where(
      and(
        within(filter.reach, purchaseOrders),
        filter.statuses && inArray(purchaseOrders.status, [...filter.statuses]),
        filter.siteId ? eq(purchaseOrders.siteId, filter.siteId) : undefined,
        filter.supplierId ? eq(purchaseOrders.supplierId, filter.supplierId) : undefined,
        filter.deliverOn ? eq(purchaseOrders.deliverOn, filter.deliverOn) : undefined,
        filter.deliverBefore ? lt(purchaseOrders.deliverOn, filter.deliverBefore) : undefined,
        filter.search ? matches(filter.search) : undefined,
      ),
    )
    .orderBy(asc(purchaseOrders.deliverOn), asc(purchaseOrders.number))
    .limit(MOST_ROWS)

function matches(search: string) {
  const part = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  return or(ilike(purchaseOrders.number, part), sql`${suppliers.name}::text ilike ${part}`)
}

/** Whose an order is, before anything about it is said or done. */
export async function orderOwner(app: App, id: string) {
  const { operatorId, siteId, supplierId, status, sentAt } = purchaseOrders
  const [owner] = await app.db
    .select({ operatorId, siteId, supplierId, status, sentAt })
    .from(purchaseOrders)
    .where(eq(purchaseOrders.id, id))
  return owner
}

export interface StockFilter {
  readonly reach: readonly Reach[]
  readonly siteId?: string | undefined
  /** Lots that expire on this day at the latest. */
  readonly expiresBy?: ServiceDate | undefined
  readonly search?: string | undefined
}

/** Lots that have something left, the earliest expiry first: the order in which they are used. */
export const listLots = (app: App, { reach, siteId, expiresBy, search }: StockFilter) =>
  app.db
    .select({
      id: lots.id,
      siteId: lots.siteId,
      ingredientId: lots.ingredientId,
      ingredient: ingredients.name,
      unit: ingredients.unit,
      storage: ingredients.storage,
      code: lots.code,
      expiresOn: lots.expiresOn,
      quantity: lots.quantity,
      receivedQuantity: lots.receivedQuantity,
      costPerThousand: lots.costPerThousand,
      receivedAt: lots.receivedAt,
      supplier: suppliers.name,
    })
    .from(lots)
    .innerJoin(ingredients, eq(ingredients.id, lots.ingredientId))
    .leftJoin(suppliers, eq(suppliers.id, lots.supplierId))
    .where(
      and(
        within(reach, lots),
        gt(lots.quantity, 0),
        siteId ? eq(lots.siteId, siteId) : undefined,
        expiresBy ? lte(lots.expiresOn, expiresBy) : undefined,
        search ? or(ilike(lots.code, `%${search}%`), sql`${ingredients.name}::text ilike ${`%${search}%`}`) : undefined,
      ),
    )
    .orderBy(asc(lots.expiresOn), asc(lots.ingredientId), asc(lots.id))
    .limit(MOST_ROWS)

/** What batches needed and no lot covered, the newest first. */
export const listShortages = (app: App, { reach, since }: { reach: readonly Reach[]; since: Date }) =>
  app.db
    .select({
      ref: shortages.ref,
      siteId: shortages.siteId,
      ingredientId: shortages.ingredientId,
      ingredient: ingredients.name,
      unit: ingredients.unit,
      quantity: shortages.quantity,
      at: shortages.at,
    })
    .from(shortages)
    .innerJoin(ingredients, eq(ingredients.id, shortages.ingredientId))
    .where(and(within(reach, shortages), gte(shortages.at, since)))
    .orderBy(desc(shortages.at), asc(shortages.ingredientId))
    .limit(MOST_ROWS)

/** The suppliers within some tenants, by name. */
export const suppliersOf = (app: App, operatorIds: readonly string[]) =>
  app.db
    .select({ id: suppliers.id, operatorId: suppliers.operatorId, name: suppliers.name })
    .from(suppliers)
    .where(inArray(suppliers.operatorId, [...operatorIds]))
    .orderBy(asc(suppliers.id))

export async function reviewById(app: App, id: string) {
  const [review] = await app.db.select().from(reviews).where(eq(reviews.id, id))
  return review
}

/** When each site was last looked at, and what could not be planned then. */
export const lastReviews = (app: App, reach: readonly Reach[]) =>
  app.db
    .selectDistinctOn([reviews.siteId])
    .from(reviews)
    .where(and(within(reach, reviews), isNotNull(reviews.finishedAt)))
    .orderBy(asc(reviews.siteId), desc(reviews.finishedAt))

export const ingredientNames = (app: App, ids: readonly string[]) =>
  app.db
    .select({ id: ingredients.id, name: ingredients.name })
    .from(ingredients)
    .where(inArray(ingredients.id, [...ids]))
