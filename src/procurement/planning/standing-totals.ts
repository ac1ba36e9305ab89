import { and, eq, sql } from 'drizzle-orm'
import type { ServiceDate } from '../../kernel/time'
import type { Tx } from '../../platform/database'
import { purchaseOrders } from '../schema/purchasing'

/** What the standing proposals of some sites come to, by supplier and delivery. Minor units; 0 where none stands. */
export async function standingTotals(
  tx: Tx,
  siteIds: readonly string[],
): Promise<(siteId: string, supplierId: string, deliverOn: ServiceDate) => number> {
  const { siteId, supplierId, deliverOn, totalMinor, status } = purchaseOrders
  const rows = await tx
    .select({ siteId, supplierId, deliverOn, totalMinor })
    .from(purchaseOrders)
    .where(and(sql`${siteId} = any(${sql.param([...siteIds])})`, eq(status, 'proposed')))
  const totals = new Map(rows.map((row) => [`${row.siteId} ${row.supplierId} ${row.deliverOn}`, row.totalMinor]))
  return (site, supplier, day) => totals.get(`${site} ${supplier} ${day}`) ?? 0
}
