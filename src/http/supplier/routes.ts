import type { z } from 'zod'
import { Refusal } from '../../kernel/refusal'
import { operatorsByIds, sitesByIds } from '../../places/queries'
import type { App } from '../../platform/app'
import { versionOf } from '../../platform/realtime'
import { confirmPurchaseOrder } from '../../procurement/purchasing/confirm-purchase-order'
import { ordersForSupplier, SHOWN_TO_SUPPLIER } from '../../procurement/purchasing/orders-for-supplier'
import { orderOwner } from '../../procurement/queries'
import { orderDetail } from '../../procurement/purchasing/show-order'
import { type Caller, openings } from '../caller'
import { type Route, serve, stream } from '../serve'
import * as contract from './contract'

const WHO = ['supplier'] as const
const NO_NAME = { zh: '', en: '' }

/** The suppliers the caller speaks for. A supplier's person without one speaks for nobody. */
const suppliersOf = (caller: Caller): string[] => openings(caller, WHO).flatMap(({ scopeId }) => scopeId || [])

const isShown = (status: string): status is contract.OrderStatus =>
  contract.OrderStatus.options.some((shown) => shown === status)

/** The suppliers' side: their own orders, and their word on them. */
export const supplierRoutes: readonly Route[] = [
  serve(contract.listOrders, async ({ app, caller, query: { status: statuses = SHOWN_TO_SUPPLIER } }) => {
    const supplierIds = suppliersOf(caller)
    const rows = await ordersForSupplier(app, { supplierIds, statuses })
    const siteName = await names(sitesByIds, app, rows, 'siteId')
    const buyerName = await names(operatorsByIds, app, rows, 'operatorId')
    return {
      orders: rows.map((row) => ({
        ...row,
        site: siteName(row.siteId),
        buyer: buyerName(row.operatorId),
        eta: row.eta?.toISOString() ?? null,
      })),
      streams: await Promise.all(
        supplierIds.map(async (supplierId) => ({
          supplierId,
          version: await versionOf(app.db, `supplier:${supplierId}`),
        })),
      ),
    }
  }),

  serve(contract.showOrder, async ({ app, caller, params: { orderId } }) => {
    await requireOwnOrder(app, caller, orderId)
    return readOrder(app, orderId)
  }),

  serve(contract.confirmOrder, async ({ app, caller, params: { orderId }, body: { lines } }) => {
    await requireOwnOrder(app, caller, orderId)
    await confirmPurchaseOrder(app, { purchaseOrderId: orderId, saidBy: caller.personId, lines })
    return readOrder(app, orderId)
  }),

  stream(contract.watchOrders, async ({ caller, params: { supplierId } }) => {
    if (!suppliersOf(caller).includes(supplierId)) throw new Refusal('not_found')
    return `supplier:${supplierId}`
  }),
]

/** What has not been sent yet does not exist for the supplier. */
async function requireOwnOrder(app: App, caller: Caller, orderId: string): Promise<void> {
  const owner = await orderOwner(app, orderId)
  if (!owner?.sentAt || !suppliersOf(caller).includes(owner.supplierId)) throw new Refusal('not_found')
}

async function readOrder(app: App, orderId: string): Promise<z.input<typeof contract.Order>> {
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

async function names<K extends string>(lookup: Lookup, app: App, rows: readonly Record<K, string>[], key: K) {
  const found = await lookup(app, [...new Set(rows.map((row) => row[key]))])
  const byId = new Map(found.map(({ id, name }) => [id, name]))
  return (id: string) => byId.get(id) ?? NO_NAME
}
