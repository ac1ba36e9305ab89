import type { z } from 'zod'
import { Refusal } from '../../kernel/refusal'
import { operatorsByIds, sitesByIds } from '../../places/queries'
import type { App } from '../../platform/app'
import { orderDetail } from '../../procurement/purchasing/show-order'
import { orderOwner } from '../../procurement/queries'
import { type Caller, openings } from '../caller'
import type * as contract from './contract'
import { OrderStatus } from './contract'

const WHO = ['supplier'] as const
const NO_NAME = { zh: '', en: '' }

/** The suppliers the caller speaks for. A supplier's person without one speaks for nobody. */
export const suppliersOf = (caller: Caller): string[] => openings(caller, WHO).flatMap(({ scopeId }) => scopeId || [])

const isShown = (status: string): status is contract.OrderStatus =>
  OrderStatus.options.some((shown) => shown === status)

/** What has not been sent yet does not exist for the supplier. @throws Refusal `not_found` */
export async function requireOwnOrder(app: App, caller: Caller, orderId: string): Promise<void> {
  const owner = await orderOwner(app, orderId)
  if (!owner?.sentAt || !suppliersOf(caller).includes(owner.supplierId)) throw new Refusal('not_found')
}

/** One order as its supplier sees it. @throws Refusal `not_found` */
export async function readOrder(app: App, orderId: string): Promise<z.input<typeof contract.Order>> {
  const order = await orderDetail(app, orderId)
  if (!order || !isShown(order.status)) throw new Refusal('not_found')
  const { supplier, sentAt, confirmedAt, status } = order
  const siteName = await names(sitesByIds, app, [order], 'siteId')
  const buyerName = await names(operatorsByIds, app, [order], 'operatorId')
  return {
    id: order.id,
    number: order.number,
    supplier: supplier.name,
    supplierId: supplier.id,
    buyer: buyerName(order.operatorId),
    site: siteName(order.siteId),
    status,
    deliverOn: order.deliverOn,
    totalMinor: order.totalMinor,
    sentAt: sentAt?.toISOString() ?? null,
    confirmedAt: confirmedAt?.toISOString() ?? null,
    eta: order.eta?.toISOString() ?? null,
    etaNote: order.etaNote,
    shortReason: order.shortReason,
    lines: order.lines.filter(({ packs }) => packs > 0),
  }
}

type Lookup = (app: App, ids: readonly string[]) => PromiseLike<{ id: string; name: { zh: string; en: string } }[]>

/** The names of what some rows are about, by one of their columns. */
export async function names<K extends string>(lookup: Lookup, app: App, rows: readonly Record<K, string>[], key: K) {
  const found = await lookup(app, [...new Set(rows.map((row) => row[key]))])
  const byId = new Map(found.map(({ id, name }) => [id, name]))
  return (id: string) => byId.get(id) ?? NO_NAME
}
