import { Refusal } from '../../../kernel/refusal'
import { isBatchAt } from '../../../kitchen/safety/clocks'
import { movedStockAt, receiveFood, receiverOf, transfersOf } from '../../../kitchen/transfers/receive-food'
import { type FoodTransfer, sendFood } from '../../../kitchen/transfers/send-food'
import { siteById, sitesOf } from '../../../places/queries'
import { type Route, serve } from '../../serve'
import { ownSite, requireOwn } from '../reach'
import * as contract from './contract'

const viewOf = (transfer: FoodTransfer, missing = 0, reason: string | null = null) => {
  const { id, fromSiteId, toSiteId, batchId, name, mode, sent, received } = transfer
  const times = { sentAt: transfer.sentAt.toISOString(), receivedAt: transfer.receivedAt?.toISOString() ?? null }
  return { id, fromSiteId, toSiteId, batchId, name, mode, sent, received, missing, reason, ...times }
}

/** Cooked food on its way between kitchens. */
export const kitchenTransferRoutes: readonly Route[] = [
  serve(contract.listTransfers, async ({ app, caller, params: { siteId } }) => {
    const { operatorId } = await ownSite(app, caller, siteId)
    const others = (await sitesOf(app, [operatorId])).filter(({ id }) => id !== siteId)
    const transfers = await transfersOf(app, siteId)
    return {
      transfers: transfers.map((transfer) => viewOf(transfer, transfer.missing, transfer.reason)),
      satellites: others.map(({ id, name }) => ({ id, name })),
      stock: await movedStockAt(app, siteId),
    }
  }),

  serve(contract.sendFood, async ({ app, caller, params: { siteId }, body }) => {
    const { operatorId } = await ownSite(app, caller, siteId)
    const to = await siteById(app, body.toSiteId)
    if (to?.operatorId !== operatorId) throw new Refusal('not_found')
    if (!(await isBatchAt(app, body.batchId, siteId))) throw new Refusal('not_found')
    return viewOf(await sendFood(app, { ...body, fromSiteId: siteId, actorId: caller.personId }))
  }),

  serve(contract.receiveFood, async ({ app, caller, params: { transferId }, body: { received, reason } }) => {
    requireOwn(caller, await receiverOf(app, transferId))
    const transfer = await receiveFood(app, { transferId, received, reason, actorId: caller.personId })
    const missing = transfer.sent - received
    return viewOf(transfer, missing, missing > 0 ? reason : null)
  }),
]
