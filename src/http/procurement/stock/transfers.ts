import { Refusal } from '../../../kernel/refusal'
import { siteById } from '../../../places/queries'
import type { App } from '../../../platform/app'
import { listTransfers, transferById } from '../../../procurement/transfers/list-transfers'
import { receiveTransfer } from '../../../procurement/transfers/receive-transfer'
import { sendTransfer } from '../../../procurement/transfers/send-transfer'
import { type Route, serve } from '../../serve'
import { reachOf, requireOwned, requireSite } from '../reach'
import { siteNames } from '../views'
import * as contract from './contract'

type Transfer = NonNullable<Awaited<ReturnType<typeof transferById>>>

async function views(app: App, transfers: readonly Transfer[]) {
  const siteName = await siteNames(
    app,
    transfers.flatMap(({ fromSiteId, toSiteId }) => [fromSiteId, toSiteId]),
  )
  return transfers.map((transfer) => ({
    ...transfer,
    from: siteName(transfer.fromSiteId),
    to: siteName(transfer.toSiteId),
    sentAt: transfer.sentAt.toISOString(),
    receivedAt: transfer.receivedAt?.toISOString() ?? null,
  }))
}

async function readTransfer(app: App, id: string) {
  const found = await transferById(app, id)
  const [shown] = await views(app, found ? [found] : [])
  if (!shown) throw new Refusal('not_found')
  return shown
}

/** From site to site. Whoever sends works at the one site, whoever receives at the other. */
export const transferRoutes: readonly Route[] = [
  serve(contract.listTransfers, async ({ app, caller }) => ({
    transfers: await views(app, await listTransfers(app, reachOf(caller))),
  })),

  serve(contract.sendTransfer, async ({ app, caller, body: { fromSiteId, toSiteId, lines } }) => {
    const { operatorId, zone } = await requireSite(app, caller, fromSiteId)
    const to = await requireTenantSite(app, toSiteId, operatorId)
    const sentBy = caller.personId
    const { transferId } = await sendTransfer(app, { operatorId, fromSiteId, toSiteId: to, zone, lines, sentBy })
    return readTransfer(app, transferId)
  }),

  serve(contract.receiveTransfer, async ({ app, caller, params: { transferId }, body: { lines } }) => {
    const found = await transferById(app, transferId)
    requireOwned(caller, found && { operatorId: found.operatorId, siteId: found.toSiteId })
    await receiveTransfer(app, { transferId, lines, receivedBy: caller.personId })
    return readTransfer(app, transferId)
  }),
]

/** Goods go to any site of the same tenant. */
async function requireTenantSite(app: App, siteId: string, operatorId: string): Promise<string> {
  const site = await siteById(app, siteId)
  if (site?.operatorId !== operatorId) throw new Refusal('not_found')
  return site.id
}
