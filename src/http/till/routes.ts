import type { z } from 'zod'
import { findMember } from '../../funding/members/find-member'
import { funds } from '../../funding/funds'
import { closeTillDay, showTillDay } from '../../funding/till/close-day'
import { voidTillSale } from '../../funding/till/void-sale'
import { dateIn, type ServiceDate } from '../../kernel/time'
import { voidCounterSale } from '../../ordering/void-counter-sale'
import { namesOf } from '../../people/queries'
import type { App } from '../../platform/app'
import type { Payments } from '../../platform/payments/open'
import { type Route, serve } from '../serve'
import * as contract from './contract'
import { readCounter, readSale } from './counter'
import { requireTill, tillSites } from './reach'
import { paidBy, sellOver, tillPayerView } from './sell'

/** The till of a canteen. */
export const tillRoutes = (payments: Payments): Route[] => [
  serve(contract.listTillSites, async ({ app, caller }) => ({
    sites: (await tillSites(app, caller)).map(({ id: siteId, name, zone }) => {
      return { siteId, name, zone, today: dateIn(zone, app.now()) }
    }),
  })),

  serve(contract.showTillMenu, async ({ app, caller, params }) =>
    readCounter(app, await requireTill(app, caller, params.siteId)),
  ),

  serve(contract.findTillMember, async ({ app, caller, params, body: { code } }) => {
    const { operatorId } = await requireTill(app, caller, params.siteId)
    const { personId, ...member } = await findMember(app, { operatorId, code, by: caller.personId })
    return { ...member, name: (await namesOf(app, [personId])).get(personId) ?? '' }
  }),

  serve(contract.quoteSale, async ({ app, caller, params, body }) => {
    const site = await requireTill(app, caller, params.siteId)
    const { quote, payers, currency } = await readSale(app, site, body)
    const dueMinor = payers.unpaidMinor + paidBy(payers.payers, ['purse'])
    return { totalMinor: quote.totalMinor, dueMinor, currency, payers: payers.payers.map(tillPayerView) }
  }),

  serve(contract.sell, async ({ app, caller, params, body, receivedAt }) => {
    const site = await requireTill(app, caller, params.siteId)
    return sellOver(app, { site, cashierId: caller.personId, receivedAt, provider: payments.current, body })
  }),

  serve(contract.voidSale, async ({ app, caller, params: { siteId, orderId }, body: { reason } }) => {
    const { zone } = await requireTill(app, caller, siteId)
    const by = caller.personId
    await voidTillSale(app, { siteId, orderId, reason, by })
    await voidCounterSale(app, { orderId, actorId: by, reason }, funds)
    return dayView(app, { id: siteId, zone }, dateIn(zone, app.now()))
  }),

  serve(contract.showDay, async ({ app, caller, params, query }) => {
    const site = await requireTill(app, caller, params.siteId)
    return dayView(app, site, query.day ?? dateIn(site.zone, app.now()))
  }),

  serve(contract.closeDay, async ({ app, caller, params: { siteId }, body }) => {
    const site = await requireTill(app, caller, siteId)
    await closeTillDay(app, { ...body, siteId, operatorId: site.operatorId, by: caller.personId })
    return dayView(app, site, body.day)
  }),
]

async function dayView(
  app: App,
  { id, zone }: { readonly id: string; readonly zone: string },
  day: ServiceDate,
): Promise<z.input<typeof contract.TillDay>> {
  const { sales, totals, closed } = await showTillDay(app, id, day)
  return {
    day,
    zone,
    currency: sales[0]?.currency ?? 'CNY',
    sales: sales.map(({ orderId, number, soldAt, payment, totalMinor, paidMinor, givenMinor, ...sale }) => ({
      orderId,
      number,
      payment,
      totalMinor,
      paidMinor,
      givenMinor,
      soldAt: soldAt.toISOString(),
      currency: sale.currency,
      withMember: sale.memberId !== null,
      voided: sale.voidedAt !== null,
    })),
    totals,
    closed: closed && { countedMinor: closed.countedMinor, closedAt: closed.closedAt.toISOString() },
  }
}
