import { sql } from 'drizzle-orm'
import type { App } from '../platform/app'

interface HandedOver extends Record<string, unknown> {
  readonly groupId: string
  readonly operatorId: string
  readonly siteId: string
  readonly serviceDate: string
  readonly portions: number
  readonly netMinor: number
  readonly currency: string
}

/** The delivered groups of an order with the food that stayed in them, tax taken out line by line. */
export async function handedOver(app: App, orderId: string): Promise<HandedOver[]> {
  const { rows } = await app.db.execute<HandedOver>(sql`
    select g.id as "groupId", g.operator_id as "operatorId", g.site_id as "siteId", g.service_date::text as "serviceDate",
           sum(l.quantity)::int as portions, o.currency,
           sum(l.quantity * l.unit_minor - round(l.quantity * l.unit_minor * l.tax_bps / (10000.0 + l.tax_bps)))::int as "netMinor"
    from ordering.fulfilment_groups g join ordering.orders o on o.id = g.order_id
    join ordering.order_lines l on l.group_id = g.id and l.refund_id is null
    where g.order_id = ${orderId} and g.status = 'delivered'
    group by g.id, o.currency order by g.id`)
  return rows
}
