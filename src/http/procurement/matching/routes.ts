import { Refusal } from '../../../kernel/refusal'
import type { App } from '../../../platform/app'
import { enterInvoice } from '../../../procurement/matching/enter-invoice'
import { balancesOf, creditById, listCredits } from '../../../procurement/matching/list-credits'
import {
  type DiscrepancyRow,
  discrepanciesOf,
  discrepancyById,
  listDiscrepancies,
} from '../../../procurement/matching/list-discrepancies'
import { invoiceDetail, invoiceOwner, listInvoices } from '../../../procurement/matching/list-invoices'
import { receiveCredit } from '../../../procurement/matching/receive-credit'
import { resolveDiscrepancy } from '../../../procurement/matching/resolve-discrepancy'
import { type Route, serve } from '../../serve'
import { operatorsOf, reachOf, requireOrder, requireOwned, requireTenant } from '../reach'
import { siteNames } from '../views'
import * as contract from './contract'

async function discrepancyViews(app: App, rows: readonly DiscrepancyRow[]) {
  const siteName = await siteNames(
    app,
    rows.map(({ siteId }) => siteId),
  )
  return rows.map((row) => ({
    ...row,
    site: siteName(row.siteId),
    at: row.at.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
  }))
}

async function readInvoice(app: App, invoiceId: string) {
  const invoice = await invoiceDetail(app, invoiceId)
  if (!invoice) throw new Refusal('not_found')
  return { ...invoice, discrepancies: await discrepancyViews(app, await discrepanciesOf(app, invoiceId)) }
}

const creditView = <C extends { at: Date; receivedAt: Date | null }>(credit: C) => ({
  ...credit,
  at: credit.at.toISOString(),
  receivedAt: credit.receivedAt?.toISOString() ?? null,
})

/** Invoices, what does not agree, and credits. */
export const matchingRoutes: readonly Route[] = [
  serve(contract.listInvoices, async ({ app, caller, query }) => ({
    invoices: await listInvoices(app, { reach: reachOf(caller), ...query }),
  })),

  serve(contract.enterInvoice, async ({ app, caller, params: { orderId }, body }) => {
    await requireOrder(app, caller, orderId)
    const { invoiceId } = await enterInvoice(app, { purchaseOrderId: orderId, ...body, enteredBy: caller.personId })
    return readInvoice(app, invoiceId)
  }),

  serve(contract.showInvoice, async ({ app, caller, params: { invoiceId } }) => {
    requireOwned(caller, await invoiceOwner(app, invoiceId))
    return readInvoice(app, invoiceId)
  }),

  serve(contract.listDiscrepancies, async ({ app, caller, query: { status } }) => {
    const rows = await listDiscrepancies(app, { reach: reachOf(caller), status })
    return { discrepancies: await discrepancyViews(app, rows) }
  }),

  serve(contract.resolveDiscrepancy, async ({ app, caller, params: { discrepancyId }, body }) => {
    requireOwned(caller, await discrepancyById(app, discrepancyId))
    await resolveDiscrepancy(app, { discrepancyId, ...body, resolvedBy: caller.personId })
    const [shown] = await discrepancyViews(app, [requireOwned(caller, await discrepancyById(app, discrepancyId))])
    if (!shown) throw new Refusal('not_found')
    return shown
  }),

  serve(contract.listCredits, async ({ app, caller }) => {
    const operatorIds = operatorsOf(caller)
    const credits = (await listCredits(app, operatorIds)).map(creditView)
    return { credits, balances: await balancesOf(app, operatorIds) }
  }),

  serve(contract.receiveCredit, async ({ app, caller, params: { creditId }, body: { number } }) => {
    const credit = await creditById(app, creditId)
    if (!credit) throw new Refusal('not_found')
    requireTenant(caller, credit.operatorId)
    await receiveCredit(app, { creditId, number, receivedBy: caller.personId })
    return creditView({ ...credit, number, receivedAt: app.now() })
  }),
]
