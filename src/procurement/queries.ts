import { and, asc, desc, eq, gte, inArray, isNotNull } from 'drizzle-orm'
import type { App } from '../platform/app'
import { type Reach, within } from './reach'
import { reviews } from './schema/planning'
import { purchaseOrders } from './schema/purchasing'
import { shortages } from './schema/stock'
import { ingredients, suppliers } from './schema/supply'

/** Lists end here; what is more needs a narrower filter. */
const MOST_ROWS = 300

/** Whose an order is, before anything about it is said or done. */
export async function orderOwner(app: App, id: string) {
  const { operatorId, siteId, supplierId, status, sentAt } = purchaseOrders
  const [owner] = await app.db
    .select({ operatorId, siteId, supplierId, status, sentAt })
    .from(purchaseOrders)
    .where(eq(purchaseOrders.id, id))
  return owner
}

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

/** What suppliers say is in their goods, of all ingredients. */
export const ingredientLabels = (app: App) =>
  app.db
    .select({
      ingredientId: ingredients.id,
      contains: ingredients.contains,
      mayContain: ingredients.mayContain,
      nutrition: ingredients.nutrition,
    })
    .from(ingredients)

/** The clock on the wall of some suppliers: the first one's. */
export async function supplierZone(app: App, supplierIds: readonly string[]): Promise<string> {
  const [first] = await app.db
    .select({ zone: suppliers.zone })
    .from(suppliers)
    .where(inArray(suppliers.id, [...supplierIds]))
    .orderBy(asc(suppliers.id))
    .limit(1)
  return first?.zone ?? 'UTC'
}
