import { and, inArray, isNotNull, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { reservations } from '../schema/reservations'
import { OPENING } from './open-books'

/** The cost centre of each company share of some orders, as `order seq` → id. */
export async function costCentresOf(app: App, orderIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { orderId, seq, costCentreId } = reservations
  const rows = await app.db
    .select({ orderId, seq, costCentreId })
    .from(reservations)
    .where(and(inArray(orderId, [...orderIds]), isNotNull(costCentreId)))
  return new Map(rows.map((row) => [`${row.orderId} ${row.seq}`, row.costCentreId ?? '']))
}

/** What companies owe for meals of ours by company, kitchen, date and meal, as it was reserved and given back. */
export async function companyDaysBooked(app: App): Promise<ReadonlyMap<string, string>> {
  const { rows } = await app.db.execute<{ key: string; value: string }>(sql`
    select company_id || ' ' || site_id || ' ' || service_date || ' ' || period as key,
           sum(amount_minor - returned_minor)::text as value
    from funding.reservations
    where status = 'confirmed' and account = 'receivable:company:' || company_id and not starts_with(order_id, ${OPENING})
    group by 1 having sum(amount_minor - returned_minor) <> 0`)
  return new Map(rows.map(({ key, value }) => [key, value]))
}
