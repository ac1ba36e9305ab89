import { sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { isCompany } from './company-account'

/**
 * What companies pay of some orders, by charge: these parts stand on the company's order of the menu day. What a company
 * pays at a canteen's counter, after its menu has closed, stays with the sale.
 */
export async function companyParts(app: App, orderIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await app.db.execute<{ chargeId: string; minor: number }>(sql`
    select s.charge_id as "chargeId", sum(s.amount_minor)::int as minor
    from ordering.order_shares s
    join ordering.order_payers p on p.order_id = s.order_id and p.seq = s.seq
    join ordering.orders o on o.id = s.order_id
    where s.order_id = any(${sql.param([...orderIds])}::text[]) and ${isCompany} and not o.at_counter
    group by s.charge_id`)
  return new Map(rows.map(({ chargeId, minor }) => [chargeId, minor]))
}

export interface PayerRecord {
  readonly orderId: string
  readonly paymentId: string
  readonly provider: string
  readonly amountMinor: number
}

/** Who else pays on the order's own record: funders, meal cards, the till; the person's own payments are kept apart. */
export async function otherPayers(app: App, orderIds: readonly string[]): Promise<PayerRecord[]> {
  const { rows } = await app.db.execute<PayerRecord & Record<string, unknown>>(sql`
    select p.order_id as "orderId", 'pyr_' || substr(p.order_id, 5) || '.' || p.seq as "paymentId", p.kind as provider,
           p.amount_minor as "amountMinor"
    from ordering.order_payers p join ordering.orders o on o.id = p.order_id
    where p.order_id = any(${sql.param([...orderIds])}::text[]) and p.amount_minor > 0 and p.kind <> 'payment'
      and not (${isCompany} and not o.at_counter)
    order by p.order_id, p.seq`)
  return rows
}
