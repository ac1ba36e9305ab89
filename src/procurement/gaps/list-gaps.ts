import { and, desc, eq, gte, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { GAP_DAYS } from '../count-work'
import { type Reach, within } from '../reach'
import { type GAP_STATES, gaps } from '../schema/gaps'
import { purchaseOrders } from '../schema/purchasing'
import { ingredients, suppliers } from '../schema/supply'

const MOST_ROWS = 300

export interface GapFilter {
  readonly reach: readonly Reach[]
  readonly siteId?: string | undefined
  readonly state?: (typeof GAP_STATES)[number] | undefined
}

/** What will not come, of the last 14 days: what must be decided soonest first, then what is open, then the rest. */
export const listGaps = (app: App, { reach, siteId, state }: GapFilter) =>
  app.db
    .select({
      gap: gaps,
      orderNumber: purchaseOrders.number,
      supplier: suppliers.name,
      ingredient: ingredients.name,
      unit: ingredients.unit,
      coveringNumber: sql<string | null>`(select o.number from ${purchaseOrders} o where o.id = ${gaps.coveredBy})`,
    })
    .from(gaps)
    .innerJoin(purchaseOrders, eq(purchaseOrders.id, gaps.purchaseOrderId))
    .innerJoin(suppliers, eq(suppliers.id, gaps.supplierId))
    .innerJoin(ingredients, eq(ingredients.id, gaps.ingredientId))
    .where(
      and(
        within(reach, gaps),
        siteId ? eq(gaps.siteId, siteId) : undefined,
        state ? eq(gaps.state, state) : undefined,
        gte(gaps.at, new Date(app.now().getTime() - GAP_DAYS * 86_400_000)),
      ),
    )
    .orderBy(sql`${gaps.state} = 'covered', ${gaps.decideBy} nulls last`, desc(gaps.at), desc(gaps.id))
    .limit(MOST_ROWS)
