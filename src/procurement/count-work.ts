import { sql } from 'drizzle-orm'
import { addDays, type ServiceDate } from '../kernel/time'
import type { App } from '../platform/app'
import { EXPECTED } from './domain/purchase-order'
import { type Reach, within } from './reach'
import { purchaseOrders } from './schema/purchasing'
import { counts } from './schema/counting'
import { gaps } from './schema/gaps'
import { discrepancies } from './schema/matching'
import { papers } from './schema/papers'
import { lots, shortages } from './schema/stock'
import { certificates, suppliers } from './schema/supply'
import { transfers } from './schema/transfers'

/** The figures on the cards: each is the length of the list behind it. */
export interface WorkCount {
  readonly proposals: number
  readonly proposedMinor: number
  /** Orders that should come today, and those whose day is over. */
  readonly arriving: number
  readonly overdue: number
  readonly unconfirmed: number
  /** Lots that expire today or within the days given, or have expired. */
  readonly expiring: number
  readonly shortages: number
  /** Goods that will not come, hit a menu and are not covered yet. */
  readonly gaps: number
  readonly discrepancies: number
  readonly counts: number
  readonly transfers: number
  /** Papers that end within 30 days, or have ended, or wait to be looked at. */
  readonly papers: number
}

/** Lots this close to their expiry are a risk. */
export const EXPIRY_DAYS = 2
/** Shortages stay on the card this long. */
export const SHORTAGE_DAYS = 7

/** Gaps stay on the list this long; papers are warned of this long before they end. */
export const GAP_DAYS = 14
export const PAPER_DAYS = 30

const daysAgo = (app: App, days: number): Date => new Date(app.now().getTime() - days * 86_400_000)

/** Of each kind of paper a supplier holds, the longest counts. */
const endingPapers = (operatorIds: readonly string[], by: ServiceDate) => sql`(
  select (select count(*) from ${papers} where status = 'waiting' and operator_id = any(${sql.param(operatorIds)}))::int
    + (select count(*) from (
        select max(c.valid_to) as ends from ${certificates} c join ${suppliers} s on s.id = c.supplier_id
        where s.operator_id = any(${sql.param(operatorIds)}) group by c.supplier_id, c.kind
      ) held where ends <= ${by})::int)`

/** What waits for procurement today, over all a caller reaches. */
export async function countWork(app: App, reach: readonly Reach[], today: ServiceDate): Promise<WorkCount> {
  const mine = within(reach, purchaseOrders)
  const operatorIds = [...new Set(reach.map(({ operatorId }) => operatorId))]
  const expected = sql`${purchaseOrders.status} in ${[...EXPECTED]}`
  const { rows } = await app.db.execute<WorkCount & Record<string, unknown>>(sql`
    select
      count(*) filter (where status = 'proposed')::int as proposals,
      coalesce(sum(total_minor) filter (where status = 'proposed'), 0)::int as "proposedMinor",
      count(*) filter (where ${expected} and deliver_on = ${today})::int as arriving,
      count(*) filter (where ${expected} and deliver_on < ${today})::int as overdue,
      count(*) filter (where status = 'sent')::int as unconfirmed,
      (select count(*)::int from ${lots} where ${within(reach, lots)} and quantity > 0
        and expires_on <= ${addDays(today, EXPIRY_DAYS)}) as expiring,
      (select count(*)::int from ${shortages} where ${within(reach, shortages)}
        and at >= ${daysAgo(app, SHORTAGE_DAYS)}) as shortages,
      (select count(*)::int from ${gaps} where ${within(reach, gaps)} and state in ('open', 'resourced', 'escalated')
        and at >= ${daysAgo(app, GAP_DAYS)}) as gaps,
      (select count(*)::int from ${discrepancies} where ${within(reach, discrepancies)} and status = 'open') as discrepancies,
      (select count(*)::int from ${counts} where ${within(reach, counts)} and status in ('counting', 'recount')) as counts,
      (select count(*)::int from ${transfers} where status = 'under_way' and
        ${within(reach, { operatorId: transfers.operatorId, siteId: transfers.toSiteId })}) as transfers,
      ${endingPapers(operatorIds, addDays(today, PAPER_DAYS))} as papers
    from ${purchaseOrders} where ${mine}`)
  const [count] = rows
  if (!count) throw new Error('counting answered nothing')
  return count
}
