import type { z } from 'zod'
import { Refusal } from '../../kernel/refusal'
import type { Text } from '../../kernel/text'
import { namesOf } from '../../people/queries'
import { sitesByIds } from '../../places/queries'
import type { App } from '../../platform/app'
import { orderDetail } from '../../procurement/purchasing/show-order'
import type { Order } from './shapes'

const NO_NAME: Text = { zh: '', en: '' }

/** The names of some sites, by id. */
export async function siteNames(app: App, siteIds: readonly string[]): Promise<(id: string) => Text> {
  const sites = await sitesByIds(app, [...new Set(siteIds)])
  const names = new Map(sites.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? NO_NAME
}

/** One order as the console shows it: with the names of its site and of the people who touched it. */
export async function readOrder(app: App, orderId: string): Promise<z.input<typeof Order>> {
  const order = await orderDetail(app, orderId)
  if (!order) throw new Refusal('not_found')
  const { supplier, receipts, timeline, sending } = order
  const siteName = await siteNames(app, [order.siteId])
  const people = await namesOf(
    app,
    timeline.map(({ actorId }) => actorId),
  )
  return {
    id: order.id,
    number: order.number,
    site: siteName(order.siteId),
    siteId: order.siteId,
    supplier: supplier.name,
    supplierId: supplier.id,
    status: order.status,
    deliverOn: order.deliverOn,
    totalMinor: order.totalMinor,
    minimumMinor: supplier.minimumMinor,
    belowMinimum: order.totalMinor < supplier.minimumMinor,
    certificateValidTo: order.certificateValidTo,
    cancelReason: order.cancelReason,
    restorable: order.cancelledFrom === 'proposed',
    sending: sending && { channel: sending.channel, attempts: sending.attempts },
    lines: order.lines.map((line) => ({
      ...line,
      changed: line.changedAt !== null,
      reason: { ...line.reason, byDay: [...line.reason.byDay] },
    })),
    receipts: receipts.map((receipt) => ({ ...receipt, receivedAt: receipt.receivedAt.toISOString() })),
    timeline: timeline.map(({ at, action, actorId }) => ({
      at: at.toISOString(),
      action,
      actor: people.get(actorId) ?? '',
    })),
  }
}
