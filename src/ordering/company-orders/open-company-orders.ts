import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { grouped } from '../../kernel/grouped'
import type { App } from '../../platform/app'
import { newId } from '../../platform/id'
import { companyOrderGroups, companyOrders } from '../schema/company-orders'
import { slots } from '../schema/slots'
import { companyId, isCompany } from './company-account'

/** Menu days opened in one go. */
const BATCH = 20

interface Share extends Record<string, unknown> {
  readonly companyId: string
  readonly groupId: string
  readonly orderId: string
  readonly currency: string
  readonly minor: number
}

/**
 * Opens one order per company and closed menu day over what its people ordered and did not cancel. A menu day is done once,
 * and not before each of its orders is recorded, so that no part is on record twice. Returns how many days were done.
 */
export const openCompanyOrders = (app: App): Promise<number> =>
  app.db.transaction(async (tx) => {
    const unrecorded = sql`exists (select 1 from ordering.fulfilment_groups g join ordering.orders o on o.id = g.order_id
      where g.menu_day_id = ${slots.menuDayId} and o.placed_at is not null and o.recorded_at is null)`
    const due = await tx
      .select()
      .from(slots)
      .where(and(isNotNull(slots.closedAt), isNull(slots.companyOrdersOpenedAt), sql`not ${unrecorded}`))
      .orderBy(asc(slots.menuDayId))
      .limit(BATCH)
      .for('update', { skipLocked: true })
    for (const slot of due) await openDay({ ...app, db: tx }, slot)
    return due.length
  })

async function openDay(app: App, slot: typeof slots.$inferSelect): Promise<void> {
  const { menuDayId, operatorId, siteId, serviceDate, period } = slot
  const { rows } = await app.db.execute<Share>(sql`
    select ${companyId} as "companyId", g.id as "groupId", g.order_id as "orderId", o.currency, sum(s.amount_minor)::int as minor
    from ordering.fulfilment_groups g
    join ordering.orders o on o.id = g.order_id
    join ordering.order_shares s on s.group_id = g.id and s.order_id = g.order_id
    join ordering.order_payers p on p.order_id = s.order_id and p.seq = s.seq
    where g.menu_day_id = ${menuDayId} and g.status <> 'cancelled' and o.placed_at is not null and not o.at_counter
      and ${isCompany} and o.company_part_minor > 0
    group by 1, 2, 3, 4 order by 1, 2`)
  const day = { menuDayId, operatorId, siteId, serviceDate, period, openedAt: app.now() }
  for (const [company, shares] of grouped(rows, (share) => share.companyId)) {
    const id = newId('cmo')
    const totalMinor = shares.reduce((sum, { minor }) => sum + minor, 0)
    const currency = shares[0]?.currency ?? 'cny'
    await app.db.insert(companyOrders).values({ id, companyId: company, totalMinor, currency, ...day })
    const groups = shares.map(({ groupId, orderId }) => ({ groupId, orderId, companyId: company, companyOrderId: id }))
    for (let at = 0; at < groups.length; at += 1_000)
      await app.db.insert(companyOrderGroups).values(groups.slice(at, at + 1_000))
  }
  await app.db.update(slots).set({ companyOrdersOpenedAt: app.now() }).where(eq(slots.menuDayId, menuDayId))
}
