import { and, asc, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { App } from '../platform/app'
import type { Commerce } from '../platform/commerce'
import { bookedGroups } from './schema/booked'
import { fulfilmentGroups, orderLines, orders } from './schema/orders'
import { refunds } from './schema/payers'

const BATCH = 100

/** Tells Medusa of hand-overs, cancellations and refunds of orders it has. Each is told until Medusa says it has it. */
export async function recordChanges(app: App, commerce: Commerce): Promise<number> {
  return (
    (await recordFulfilments(app, commerce)) +
    (await recordBooked(app, commerce)) +
    (await recordCancellations(app, commerce)) +
    (await recordRefunds(app, commerce))
  )
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

async function recordRefunds(app: App, commerce: Commerce): Promise<number> {
  const done = and(eq(refunds.status, 'refunded'), gt(refunds.paymentMinor, 0))
  const waiting = await app.db
    .select({ refundId: refunds.id, orderId: orders.id, amountMinor: refunds.paymentMinor })
    .from(refunds)
    .innerJoin(orders, eq(orders.id, refunds.orderId))
    .where(and(done, isNull(refunds.recordedAt), isNotNull(orders.recordedAt)))
    .orderBy(asc(refunds.updatedAt))
    .limit(BATCH)
  if (waiting.length === 0) return 0
  const answer = await commerce.recordRefunds(waiting)
  const told = new Set([...answer.done, ...answer.known])
  const recorded = waiting.filter(({ orderId }) => told.has(orderId)).map(({ refundId }) => refundId)
  await app.db.update(refunds).set({ recordedAt: app.now() }).where(inArray(refunds.id, recorded))
  return recorded.length
}
