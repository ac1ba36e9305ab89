import { sql } from 'drizzle-orm'
import type { Difference } from '../../kernel/difference'
import type { App } from '../../platform/app'

/**
 * What purchasing says twice and must say alike: an order's total and its lines, sent back goods and receipts, an invoice
 * and its lines, each line and what is payable or disputed of it, and the moves of counts, waste, returns and transfers.
 */
export async function auditPurchasing(app: App): Promise<Difference[]> {
  const { rows } = await app.db.execute<Difference & Record<string, unknown>>(sql`
    with said as (
      select 'procurement.order-total' as check, o.id as subject, coalesce(sum(l.packs * l.price_minor), 0) as expected,
             o.total_minor::bigint as found
      from procurement.purchase_orders o left join procurement.purchase_order_lines l on l.purchase_order_id = o.id group by o.id
      union all
      select 'procurement.rejected', p.id, coalesce(sum(r.rejected), 0), p.rejected_quantity
      from procurement.purchase_order_lines p left join procurement.receipt_lines r on r.line_id = p.id group by p.id
      union all
      select 'procurement.invoice', i.id, coalesce(sum(l.amount_minor), 0), i.total_minor
      from procurement.invoices i left join procurement.invoice_lines l on l.invoice_id = i.id group by i.id
      union all
      select 'procurement.invoice-line', l.id, l.amount_minor, l.payable_minor + coalesce((
        select sum(d.amount_minor) from procurement.discrepancies d where d.ref = l.id), 0)
      from procurement.invoice_lines l
      union all
      select 'procurement.count', c.id, coalesce(c.variance, 0), ${moved(sql`c.id`, 'count')}
      from procurement.count_lines c
      union all
      select 'procurement.waste', w.id, -w.quantity, ${moved(sql`w.id`, 'waste')} from procurement.wastes w
      union all
      select 'procurement.transfer-sent', t.id, -t.sent, ${moved(sql`t.id`, 'transfer_out')} from procurement.transfer_lines t
      union all
      select 'procurement.transfer-received', t.id, coalesce(t.received, 0), ${moved(sql`t.id`, 'transfer_in')}
      from procurement.transfer_lines t
      union all
      select 'procurement.return', m.ref, 1, (select count(*) from procurement.credits c where c.id = m.ref)
      from procurement.stock_moves m where m.reason = 'return'
    )
    select "check", subject, expected::text, found::text from said where expected <> found order by 1, 2`)
  return rows
}

const moved = (ref: ReturnType<typeof sql>, reason: string) => sql`
  coalesce((select sum(m.delta) from procurement.stock_moves m where m.ref = ${ref} and m.reason = ${reason}), 0)`
