import { and, eq } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import type { App } from '../platform/app'
import { note } from '../platform/audit'
import { inTransaction } from '../platform/database'
import { publish } from '../platform/outbox'
import { voidGroups } from './cancel-order'
import { OrderCancelled } from './events'
import type { Funds } from './money'
import { refundCharges } from './refunding/refund-charges'
import { fulfilmentGroups, orders } from './schema/orders'

export interface VoidSale {
  readonly orderId: string
  readonly actorId: string
  readonly reason: string
}

/**
 * Undoes what a till sold: portions go back, every payer gets back what it paid. The order's row is locked first, so of two
 * voids at once one finds it undone. @throws Refusal `not_found`, `already_cancelled`.
 */
export const voidCounterSale = (app: App, { orderId, actorId, reason }: VoidSale, funds: Funds): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const own = and(eq(orders.id, orderId), eq(orders.atCounter, true))
    const [order] = await tx.select().from(orders).where(own).for('update')
    if (!order) throw new Refusal('not_found')
    if (order.status === 'cancelled') throw new Refusal('already_cancelled')
    const groups = await tx
      .select({ id: fulfilmentGroups.id })
      .from(fulfilmentGroups)
      .where(eq(fulfilmentGroups.orderId, orderId))
    const groupIds = groups.map(({ id }) => id)
    await tx.update(orders).set({ status: 'cancelled', closedAt: app.now() }).where(own)
    await voidGroups(within, orderId, groupIds)
    const off = new Map(groupIds.map((id) => [id, 'all' as const]))
    await refundCharges(within, funds, { order, cause: 'voided', off, ourFault: false })
    const { operatorId } = order
    await publish(tx, OrderCancelled, { orderId, operatorId, groupIds })
    const entry = { operatorId, actorId, action: 'ordering.void-counter-sale', subject: orderId }
    await note(within, { ...entry, detail: { reason } })
  })
