import { addDays, dateIn, instantOf } from '../../../kernel/time'
import { operatorsByIds } from '../../../places/queries'
import { reportShort } from '../../../procurement/purchasing/confirm-purchase-order'
import { setEta } from '../../../procurement/purchasing/set-eta'
import { supplierStatement } from '../../../procurement/purchasing/supplier-statement'
import { supplierZone } from '../../../procurement/queries'
import { orderPdf, orderUbl } from '../../procurement/papers'
import { type Route, serve } from '../../serve'
import { names, readOrder, requireOwnOrder, suppliersOf } from '../views'
import * as contract from './contract'

const STATEMENT_DAYS = 30

/** A supplier's further words on its orders, and its statement. */
export const supplierOrderRoutes: readonly Route[] = [
  serve(contract.putEta, async ({ app, caller, params: { orderId }, body: { eta, note } }) => {
    await requireOwnOrder(app, caller, orderId)
    const at = eta === null ? null : new Date(eta)
    await setEta(app, { purchaseOrderId: orderId, eta: at, note, saidBy: caller.personId })
    return readOrder(app, orderId)
  }),

  serve(contract.reportShort, async ({ app, caller, params: { orderId }, body: { lines, reason } }) => {
    await requireOwnOrder(app, caller, orderId)
    await reportShort(app, { purchaseOrderId: orderId, saidBy: caller.personId, lines, reason })
    return readOrder(app, orderId)
  }),

  serve(contract.printOrder, async ({ app, caller, params: { orderId } }) => {
    await requireOwnOrder(app, caller, orderId)
    return orderPdf(app, orderId)
  }),

  serve(contract.orderAsUbl, async ({ app, caller, params: { orderId } }) => {
    await requireOwnOrder(app, caller, orderId)
    return orderUbl(app, orderId)
  }),

  serve(contract.showStatement, async ({ app, caller, query }) => {
    const supplierIds = suppliersOf(caller)
    const zone = await supplierZone(app, supplierIds)
    const to = query.to ?? dateIn(zone, app.now())
    const from = query.from ?? addDays(to, -STATEMENT_DAYS)
    const since = instantOf(from, '00:00', zone)
    const before = instantOf(addDays(to, 1), '00:00', zone)
    const { lines, credits, totals } = await supplierStatement(app, { supplierIds, from, to, since, before })
    const buyerName = await names(operatorsByIds, app, lines, 'operatorId')
    return {
      from,
      to,
      lines: lines.map((line) => ({ ...line, buyer: buyerName(line.operatorId) })),
      credits: credits.map((credit) => ({ ...credit, at: credit.at.toISOString() })),
      totals,
    }
  }),
]
