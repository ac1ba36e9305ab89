import { sql } from 'drizzle-orm'
import type { Difference } from '../../kernel/difference'
import type { App } from '../../platform/app'

/** Lots whose quantity is not the sum of their moves, and purchase order lines that are not the sum of their receipts. */
export async function auditStock(app: App): Promise<Difference[]> {
  const { rows } = await app.db.execute<Difference & Record<string, unknown>>(sql`
    select 'procurement.lot' as check, l.id as subject, coalesce(sum(m.delta), 0)::text as expected, l.quantity::text as found
    from procurement.lots l left join procurement.stock_moves m on m.lot_id = l.id
    group by l.id having l.quantity <> coalesce(sum(m.delta), 0)
    union all
    select 'procurement.received', p.id, coalesce(sum(r.quantity), 0)::text, p.received_quantity::text
    from procurement.purchase_order_lines p left join procurement.receipt_lines r on r.line_id = p.id
    group by p.id having p.received_quantity <> coalesce(sum(r.quantity), 0)
    order by 1, 2`)
  return rows
}

/** Batches whose ingredients were taken from stock. */
export async function issuedBatches(app: App): Promise<ReadonlyMap<string, string>> {
  const { rows } = await app.db.execute<{ key: string }>(sql`select ref as key from procurement.issues`)
  return new Map(rows.map(({ key }) => [key, 'issued']))
}
