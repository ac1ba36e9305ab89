import { and, asc, eq, ilike, inArray, lt, or, sql } from 'drizzle-orm'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { approvalsNeeded } from '../domain/rules'
import { type Reach, within } from '../reach'
import { approvals, type PurchaseOrderStatus, purchaseOrderLines, purchaseOrders } from '../schema/purchasing'
import { suppliers } from '../schema/supply'
import { readRules } from './read-rules'

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

/** Orders with their supplier and whose word they still need, the next delivery first. */
export async function listOrders(app: App, filter: OrderFilter) {
  const rows = await app.db
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
      eta: purchaseOrders.eta,
      lapsed: lapsedAt(app.now()),
      given,
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
  const rules = await readRules(app.db, [...new Set(rows.map(({ operatorId }) => operatorId))])
  return rows.map(({ given: has, ...row }) => {
    const limit = rules.get(row.operatorId) ?? { approvalLimitMinor: null }
    return { ...row, approvals: { needed: approvalsNeeded(row.totalMinor, limit), given: has } }
  })
}

/** A proposal whose delivery day is over where it should have come. */
export const lapsedAt = (now: Date) =>
  sql<boolean>`(${purchaseOrders.status} = 'proposed' and
    ${purchaseOrders.deliverOn} < (${now.toISOString()}::timestamptz at time zone ${suppliers.zone})::date)`

/** Words given for the total as it is now. */
export const given = sql<number>`(select count(*)::int from ${approvals}
  where ${approvals.purchaseOrderId} = ${purchaseOrders.id} and ${approvals.totalMinor} = ${purchaseOrders.totalMinor})`

function matches(search: string) {
  const part = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  return or(ilike(purchaseOrders.number, part), sql`${suppliers.name}::text ilike ${part}`)
}
