import { sql } from 'drizzle-orm'
import type { Text } from '../../kernel/text'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { PAPER_DAYS } from '../count-work'
import { papersState } from '../domain/papers'

/** How a supplier did. Shares between 0 and 1, null where there was nothing to judge. */
export interface Score {
  readonly supplierId: string
  readonly supplier: Text
  readonly orders: number
  readonly onTime: number | null
  readonly inFull: number | null
  readonly rejected: number | null
  readonly shortWeight: number | null
  readonly breaches: number
  readonly measured: number
  readonly priceVariance: number | null
  readonly papersEnd: ServiceDate | null
  readonly valueMinor: number
}

export interface ScoreSuppliers {
  readonly operatorIds: readonly string[]
  /** Delivery days, both included; days after `today` are not judged. */
  readonly from: ServiceDate
  readonly to: ServiceDate
  readonly today: ServiceDate
}

/**
 * All suppliers' scorecards as one query. Judged are orders that were sent and whose delivery day is over or that are closed.
 *
 * - on time: good goods of at least what was ordered, line by line, by the end of the delivery day ÷ orders
 * - in full: lines of which at least what was ordered came and was taken ÷ lines
 * - rejected: sent back ÷ (taken + sent back), by value at the order's price
 * - short weight: Σ max(0, ordered − taken) ÷ Σ ordered, by value
 * - price variance: Σ invoiced ÷ Σ invoiced quantity at the order's price − 1
 */
export async function scoreSuppliers(app: App, { operatorIds, from, to, today }: ScoreSuppliers): Promise<Score[]> {
  const mine = sql.param([...operatorIds])
  const { rows } = await app.db.execute<Score & Record<string, unknown>>(sql`
    with judged as (
      select o.id, o.supplier_id, o.deliver_on, s.zone
      from procurement.purchase_orders o join procurement.suppliers s on s.id = o.supplier_id
      where o.operator_id = any(${mine}) and o.sent_at is not null and o.status <> 'cancelled'
        and o.deliver_on between ${from} and ${to} and (o.deliver_on < ${today} or o.status = 'closed')
    ), arrived as (
      select r.line_id,
             sum(r.quantity) filter (where (h.received_at at time zone j.zone)::date <= j.deliver_on) as by_day,
             count(*) filter (where r.out_of_range) as breaches, count(r.out_of_range) as measured
      from judged j join procurement.receipts h on h.purchase_order_id = j.id
      join procurement.receipt_lines r on r.receipt_id = h.id group by r.line_id
    ), billed as (
      select l.line_id, sum(l.amount_minor) as amount, sum(l.quantity) as quantity
      from judged j join procurement.invoices i on i.purchase_order_id = j.id
      join procurement.invoice_lines l on l.invoice_id = i.id group by l.line_id
    ), lines as (
      select j.supplier_id, j.id as order_id, p.packs * p.pack_size as ordered, p.received_quantity as taken,
             p.rejected_quantity as rejected, p.price_minor::numeric / p.pack_size as unit_price,
             coalesce(a.by_day, 0) as by_day, coalesce(a.breaches, 0) as breaches, coalesce(a.measured, 0) as measured,
             b.amount as billed, b.quantity as billed_quantity
      from judged j join procurement.purchase_order_lines p on p.purchase_order_id = j.id and p.packs > 0
      left join arrived a on a.line_id = p.id left join billed b on b.line_id = p.id
    ), punctual as (
      select supplier_id, order_id, bool_and(by_day >= ordered) as on_time from lines group by 1, 2
    ), kept as (
      select supplier_id, count(*) as orders, avg(on_time::int) as on_time from punctual group by 1
    ), sums as (
      select supplier_id, avg((taken >= ordered)::int) as in_full,
             sum(rejected * unit_price) / nullif(sum((taken + rejected) * unit_price), 0) as rejected,
             sum(greatest(0, ordered - taken) * unit_price) / nullif(sum(ordered * unit_price), 0) as short_weight,
             sum(breaches) as breaches, sum(measured) as measured,
             sum(billed) / nullif(sum(billed_quantity * unit_price), 0) - 1 as price_variance,
             round(sum(taken * unit_price)) as value
      from lines group by 1
    ), papers as (
      select supplier_id, min(ends)::text as ends from (
        select supplier_id, kind, max(valid_to) as ends from procurement.certificates group by 1, 2) held group by 1
    )
    select s.id as "supplierId", s.name as supplier, coalesce(k.orders, 0)::int as orders, k.on_time::float8 as "onTime",
           m.in_full::float8 as "inFull", m.rejected::float8 as rejected, m.short_weight::float8 as "shortWeight",
           coalesce(m.breaches, 0)::int as breaches, coalesce(m.measured, 0)::int as measured,
           m.price_variance::float8 as "priceVariance", p.ends as "papersEnd", coalesce(m.value, 0)::int as "valueMinor"
    from procurement.suppliers s left join kept k on k.supplier_id = s.id left join sums m on m.supplier_id = s.id
    left join papers p on p.supplier_id = s.id
    where s.operator_id = any(${mine}) order by s.id`)
  return rows
}

/** The same as screens show it: with papers judged and measurements together. */
export async function scorecards(app: App, asked: ScoreSuppliers) {
  const scores = await scoreSuppliers(app, asked)
  return scores.map(({ breaches, measured, papersEnd, ...score }) => ({
    ...score,
    temperatureBreaches: { breaches, measured },
    papers: papersState(papersEnd, asked.today, PAPER_DAYS),
  }))
}
