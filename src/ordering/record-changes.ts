import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { App } from '../platform/app'
import type { Commerce } from '../platform/commerce'
import { isCompany } from './company-orders/company-account'
import { bookedGroups } from './schema/booked'
import { fulfilmentGroups, orderLines, orders } from './schema/orders'
import { refunds } from './schema/payers'

const BATCH = 100

/** Tells Medusa of hand-overs, cancellations and refunds of orders it has. Each is told until Medusa says it has it. */
export async function recordChanges(app: App, commerce: Commerce): Promise<number> {
  await leaveToCompanies(app)
  return (
    (await recordFulfilments(app, commerce)) +
    (await recordBooked(app, commerce)) +
    (await recordCancellations(app, commerce)) +
    (await recordRefunds(app, commerce))
  )
}

/** What happens to an order that its company pays whole is said of the company's order. */
async function leaveToCompanies(app: App): Promise<void> {
  const at = app.now().toISOString()
  const covered = sql`o.recorded_at is not null and o.company_part_minor = o.total_minor and o.total_minor > 0`
  await app.db.execute(sql`
    with handed as (
      update ordering.fulfilment_groups g set fulfilment_recorded_at = ${at}::timestamptz from ordering.orders o
      where o.id = g.order_id and g.status = 'delivered' and g.fulfilment_recorded_at is null and ${covered}
    ), refunded as (
      update ordering.refunds r set recorded_at = ${at}::timestamptz from ordering.orders o
      where o.id = r.order_id and r.status = 'refunded' and r.recorded_at is null and ${covered}
    )
    update ordering.orders o set cancellation_recorded_at = ${at}::timestamptz
    where o.status = 'cancelled' and o.cancellation_recorded_at is null and ${covered}`)
}

async function recordFulfilments(app: App, commerce: Commerce): Promise<number> {
  const waiting = await app.db
    .select({ groupId: fulfilmentGroups.id, orderId: orders.id, deliveredAt: fulfilmentGroups.updatedAt })
    .from(fulfilmentGroups)
    .innerJoin(orders, eq(orders.id, fulfilmentGroups.orderId))
    .where(
      and(
        eq(fulfilmentGroups.status, 'delivered'),
        isNull(fulfilmentGroups.fulfilmentRecordedAt),
        isNotNull(orders.recordedAt),
      ),
    )
    .orderBy(asc(fulfilmentGroups.updatedAt))
    .limit(BATCH)
  if (waiting.length === 0) return 0
  const groupIds = waiting.map(({ groupId }) => groupId)
  const lines = await app.db
    .select({ id: orderLines.id, groupId: orderLines.groupId })
    .from(orderLines)
    .where(inArray(orderLines.groupId, groupIds))
  const { done, known } = await commerce.recordFulfilments(
    waiting.map(({ orderId, groupId, deliveredAt }) => ({
      orderId,
      groupId,
      deliveredAt: deliveredAt.toISOString(),
      lineIds: lines.filter((line) => line.groupId === groupId).map(({ id }) => id),
    })),
  )
  const told = new Set([...done, ...known])
  const recorded = waiting.filter(({ orderId }) => told.has(orderId)).map(({ groupId }) => groupId)
  await app.db
    .update(fulfilmentGroups)
    .set({ fulfilmentRecordedAt: app.now() })
    .where(inArray(fulfilmentGroups.id, recorded))
  return recorded.length
}

/** What took place of the bookings; each is a fulfilment of its one line. */
async function recordBooked(app: App, commerce: Commerce): Promise<number> {
  const { id, status, updatedAt, fulfilmentRecordedAt } = bookedGroups
  const waiting = await app.db
    .select({ groupId: id, orderId: orders.id, deliveredAt: updatedAt })
    .from(bookedGroups)
    .innerJoin(orders, eq(orders.id, bookedGroups.orderId))
    .where(and(eq(status, 'delivered'), isNull(fulfilmentRecordedAt), isNotNull(orders.recordedAt)))
    .orderBy(asc(updatedAt))
    .limit(BATCH)
  if (waiting.length === 0) return 0
  const { done, known } = await commerce.recordFulfilments(
    waiting.map(({ deliveredAt, ...group }) => {
      return { ...group, deliveredAt: deliveredAt.toISOString(), lineIds: [group.groupId] }
    }),
  )
  const told = new Set([...done, ...known])
  const recorded = waiting.filter(({ orderId }) => told.has(orderId)).map(({ groupId }) => groupId)
  await app.db.update(bookedGroups).set({ fulfilmentRecordedAt: app.now() }).where(inArray(id, recorded))
  return recorded.length
}

async function recordCancellations(app: App, commerce: Commerce): Promise<number> {
  const cancelled = and(
    eq(orders.status, 'cancelled'),
    isNotNull(orders.recordedAt),
    isNull(orders.cancellationRecordedAt),
  )
  const waiting = await app.db
    .select({ id: orders.id })
    .from(orders)
    .where(cancelled)
    .orderBy(asc(orders.closedAt))
    .limit(BATCH)
  if (waiting.length === 0) return 0
  const { done, known } = await commerce.recordCancellations(waiting.map(({ id }) => id))
  const told = inArray(orders.id, [...done, ...known])
  await app.db.update(orders).set({ cancellationRecordedAt: app.now() }).where(told)
  return done.length + known.length
}

/** What went back of an order's own record: all of a refund but its company's part. */
async function recordRefunds(app: App, commerce: Commerce): Promise<number> {
  const ofCompany = sql`coalesce((select sum(r.amount_minor) from ordering.refund_parts r
    join ordering.order_payers p on p.order_id = r.order_id and p.seq = r.seq
    where r.refund_id = ${refunds.id} and ${isCompany} and ${orders.companyPartMinor} > 0), 0)`
  const waiting = await app.db
    .select({
      refundId: refunds.id,
      orderId: orders.id,
      amountMinor: sql<number>`(${refunds.totalMinor} - ${ofCompany})::int`,
    })
    .from(refunds)
    .innerJoin(orders, eq(orders.id, refunds.orderId))
    .where(and(eq(refunds.status, 'refunded'), isNull(refunds.recordedAt), isNotNull(orders.recordedAt)))
    .orderBy(asc(refunds.updatedAt))
    .limit(BATCH)
  if (waiting.length === 0) return 0
  const due = waiting.filter(({ amountMinor }) => amountMinor > 0)
  const answer = due.length > 0 ? await commerce.recordRefunds(due) : { done: [], known: [] }
  const told = new Set([...answer.done, ...answer.known])
  const recorded = waiting.filter(({ orderId, amountMinor }) => amountMinor <= 0 || told.has(orderId))
  const ids = recorded.map(({ refundId }) => refundId)
  await app.db.update(refunds).set({ recordedAt: app.now() }).where(inArray(refunds.id, ids))
  return recorded.length
}
