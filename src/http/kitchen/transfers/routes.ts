import { Refusal } from '../../../kernel/refusal'
import { type ClockedBatch, clocksOf, isBatchAt } from '../../../kitchen/safety/clocks'
import { foodAt, receiveFood, receiverOf, transfersOf } from '../../../kitchen/transfers/receive-food'
import { type FoodTransfer, sendFood } from '../../../kitchen/transfers/send-food'
import { siteById, sitesOf } from '../../../places/queries'
import { type Route, serve } from '../../serve'
import { ownSite, requireOwn } from '../reach'
import { clockView } from '../safety/views'
import * as contract from './contract'

const viewOf = (
  transfer: FoodTransfer,
  clocks: readonly ClockedBatch[],
  { missing, reason }: { readonly missing: number; readonly reason: string | null } = { missing: 0, reason: null },
) => {
  const { id, fromSiteId, toSiteId, batchId, name, mode, sent, received } = transfer
  const times = { sentAt: transfer.sentAt.toISOString(), receivedAt: transfer.receivedAt?.toISOString() ?? null }
  const found = clocks.find((clock) => clock.id === batchId)
  const clock = found ? clockView(found) : null
  return { id, fromSiteId, toSiteId, batchId, name, mode, sent, received, missing, reason, clock, ...times }
}

/** Cooked food on its way between kitchens. */
export const kitchenTransferRoutes: readonly Route[] = [
  serve(contract.listTransfers, async ({ app, caller, params: { siteId } }) => {
    const { operatorId } = await ownSite(app, caller, siteId)
    const others = (await sitesOf(app, [operatorId])).filter(({ id }) => id !== siteId)
    const transfers = await transfersOf(app, siteId)
    const clocks = await clocksOf(
      app,
      transfers.map(({ batchId }) => batchId),
    )
    const food = await foodAt(app, siteId)
    return {
      transfers: transfers.map((transfer) => viewOf(transfer, clocks, transfer)),
      satellites: others.map(({ id, name }) => ({ id, name })),
      stock: food.map(({ here, ...clock }) => clockView({ ...clock, portions: here })),
    }
  }),

  serve(contract.sendFood, async ({ app, caller, params: { siteId }, body }) => {
    const { operatorId } = await ownSite(app, caller, siteId)
    const to = await siteById(app, body.toSiteId)
    if (to?.operatorId !== operatorId) throw new Refusal('not_found')
    if (!(await isBatchAt(app, body.batchId, siteId))) throw new Refusal('not_found')
    const sent = await sendFood(app, { ...body, fromSiteId: siteId, actorId: caller.personId })
    return viewOf(sent, await clocksOf(app, [sent.batchId]))
  }),

  serve(contract.receiveFood, async ({ app, caller, params: { transferId }, body: { received, reason } }) => {
    requireOwn(caller, await receiverOf(app, transferId))
    const transfer = await receiveFood(app, { transferId, received, reason, actorId: caller.personId })
    const missing = transfer.sent - received
    const clocks = await clocksOf(app, [transfer.batchId])
    return viewOf(transfer, clocks, { missing, reason: missing > 0 ? reason : null })
  }),
]
