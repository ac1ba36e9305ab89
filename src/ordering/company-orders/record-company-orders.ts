import { asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import type { Commerce } from '../../platform/commerce'
import { DELIVERY_TAX_BPS } from '../domain/policy'
import { companyOrderRefunds, companyOrders } from '../schema/company-orders'
import { isCompany } from './company-account'
import { type CostCentresOf, readLines } from './read-lines'

/** A company's order may have many lines. */
const AT_ONCE = 5
const BATCH = 100

/**
 * Writes companies' orders into Medusa's book, told until Medusa has them: paid on the company's account, whose statement is
 * another matter. Then what was handed over and what went back. Returns how much was told.
 */
export async function recordCompanyOrders(app: App, commerce: Commerce, costCentresOf: CostCentresOf): Promise<number> {
  const waiting = await app.db
    .select()
    .from(companyOrders)
    .where(isNull(companyOrders.recordedAt))
    .orderBy(asc(companyOrders.openedAt))
    .limit(AT_ONCE)
  const records = []
  for (const { id: orderId, operatorId, totalMinor, openedAt, ...day } of waiting) {
    const { companyId, menuDayId, serviceDate, period } = day
    records.push({
      orderId,
      number: `${serviceDate} ${period}`,
      operatorId,
      placedAt: openedAt.toISOString(),
      ...(await readLines(app, orderId, costCentresOf)),
      feeTaxBps: DELIVERY_TAX_BPS,
      payments: [{ paymentId: `cmp_${orderId.slice(4)}`, provider: 'company_account', amountMinor: totalMinor }],
      metadata: { company_id: companyId, menu_day_id: menuDayId },
    })
  }
  if (records.length > 0) {
    const { done, known } = await commerce.recordOrders(records)
    const told = inArray(companyOrders.id, [...done, ...known])
    await app.db.update(companyOrders).set({ recordedAt: app.now() }).where(told)
  }
  return waiting.length + (await recordRefunds(app, commerce)) + (await recordHandedOver(app, commerce))
}

interface Back extends Record<string, unknown> {
  readonly refundId: string
  readonly companyOrderId: string
  readonly amountMinor: number
}

async function recordRefunds(app: App, commerce: Commerce): Promise<number> {
  const { rows } = await app.db.execute<Back>(sql`
    select r.refund_id as "refundId", c.company_order_id as "companyOrderId", sum(r.amount_minor)::int as "amountMinor"
    from ordering.company_orders co
    join ordering.company_order_groups c on c.company_order_id = co.id
    join ordering.refund_parts r on r.order_id = c.order_id and r.group_id = c.group_id
    join ordering.order_payers p on p.order_id = r.order_id and p.seq = r.seq
    where co.recorded_at is not null and ${isCompany} and p.account like '%:' || c.company_id
      and not exists (select 1 from ordering.company_order_refunds d
                      where d.refund_id = r.refund_id and d.company_order_id = c.company_order_id)
    group by 1, 2 having sum(r.amount_minor) > 0 order by 1, 2 limit ${BATCH}`)
  if (rows.length === 0) return 0
  const answer = await commerce.recordRefunds(
    rows.map(({ refundId, companyOrderId: orderId, amountMinor }) => {
      return { refundId: `${refundId}.${orderId.slice('cmo_'.length)}`, orderId, amountMinor }
    }),
  )
  const told = new Set([...answer.done, ...answer.known])
  const recorded = rows.filter(({ companyOrderId }) => told.has(companyOrderId))
  if (recorded.length === 0) return 0
  await app.db
    .insert(companyOrderRefunds)
    .values(recorded.map((row) => ({ ...row, recordedAt: app.now() })))
    .onConflictDoNothing()
  return recorded.length
}

/** Handed over as a whole, when the last of its groups was: a company asks for its day, not for each box. */
async function recordHandedOver(app: App, commerce: Commerce): Promise<number> {
  const { rows } = await app.db.execute<{ orderId: string; deliveredAt: string }>(sql`
    select co.id as "orderId", to_char(max(g.updated_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "deliveredAt"
    from ordering.company_orders co
    join ordering.company_order_groups c on c.company_order_id = co.id
    join ordering.fulfilment_groups g on g.id = c.group_id
    where co.recorded_at is not null and co.fulfilment_recorded_at is null
    group by co.id having bool_and(g.status in ('delivered', 'cancelled')) and bool_or(g.status = 'delivered')
    order by co.id limit ${BATCH}`)
  if (rows.length === 0) return 0
  const { done, known } = await commerce.recordFulfilments(
    rows.map(({ orderId, deliveredAt }) => ({ orderId, groupId: `cmg_${orderId.slice(4)}`, deliveredAt })),
  )
  for (const id of [...done, ...known])
    await app.db.update(companyOrders).set({ fulfilmentRecordedAt: app.now() }).where(eq(companyOrders.id, id))
  return done.length + known.length
}
