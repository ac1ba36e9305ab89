import type { z } from 'zod'
import { Refusal } from '../../kernel/refusal'
import type { Text } from '../../kernel/text'
import { namesOf } from '../../people/queries'
import { sitesByIds } from '../../places/queries'
import type { App } from '../../platform/app'
import { orderDetail } from '../../procurement/purchasing/show-order'
import type { LotRow } from '../../procurement/stock/list-lots'
import type { Caller } from '../caller'
import type { Lot, Order } from './shapes'

const NO_NAME: Text = { zh: '', en: '' }
const DAY_MS = 86_400_000

/** The names of some sites, by id. */
export async function siteNames(app: App, siteIds: readonly string[]): Promise<(id: string) => Text> {
  const sites = await sitesByIds(app, [...new Set(siteIds)])
  const names = new Map(sites.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? NO_NAME
}

/** Lots with the names of their sites and the days they are still good for. */
export async function lotViews(app: App, rows: readonly LotRow[], today: string): Promise<z.input<typeof Lot>[]> {
  const siteName = await siteNames(
    app,
    rows.map(({ siteId }) => siteId),
  )
  return rows.map(({ blockedAt, blockReason, receivedAt, ...lot }) => ({
    ...lot,
    site: siteName(lot.siteId),
    daysLeft: Math.round((Date.parse(lot.expiresOn) - Date.parse(today)) / DAY_MS),
    receivedAt: receivedAt.toISOString(),
    blocked: blockedAt && { reason: blockReason ?? '', at: blockedAt.toISOString() },
  }))
}

/** One order as the console shows it: with the names of its site and of the people who touched it. */
export async function readOrder(app: App, caller: Caller, orderId: string): Promise<z.input<typeof Order>> {
  const order = await orderDetail(app, orderId)
  if (!order) throw new Refusal('not_found')
  const { supplier, receipts, timeline, sending, approvedBy } = order
  const siteName = await siteNames(app, [order.siteId])
  const people = await namesOf(app, [
    ...timeline.map(({ actorId }) => actorId),
    ...approvedBy.map(({ personId }) => personId),
  ])
  const waiting = order.status === 'proposed' && !order.lapsed
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
    eta: order.eta?.toISOString() ?? null,
    etaNote: order.etaNote,
    shortReason: order.shortReason,
    lapsed: order.lapsed,
    approvals: order.approvals,
    approvedBy: approvedBy.map(({ personId, at }) => ({ name: people.get(personId) ?? '', at: at.toISOString() })),
    mayApprove: waiting && !approvedBy.some(({ personId }) => personId === caller.personId),
    orderBy: waiting ? order.orderBy.toISOString() : null,
    certificateValidTo: order.certificateValidTo,
    cancelReason: order.cancelReason,
    restorable: order.status === 'cancelled' && order.cancelledFrom === 'proposed',
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
