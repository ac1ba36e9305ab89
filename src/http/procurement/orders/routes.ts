import { readRules } from '../../../procurement/purchasing/read-rules'
import { setRules } from '../../../procurement/purchasing/set-rules'
import { splitProposal } from '../../../procurement/purchasing/split-proposal'
import { requireWithin } from '../../caller'
import { type Route, serve } from '../../serve'
import { orderPdf, orderUbl } from '../papers'
import { operatorsOf, requireOrder } from '../reach'
import { readOrder } from '../views'
import * as contract from './contract'

/** Splitting, printing and the rules orders follow. */
export const orderRoutes: readonly Route[] = [
  serve(contract.splitOrder, async ({ app, caller, params: { orderId }, body }) => {
    await requireOrder(app, caller, orderId)
    const { otherId } = await splitProposal(app, { purchaseOrderId: orderId, splitBy: caller.personId, ...body })
    return { order: await readOrder(app, caller, orderId), other: await readOrder(app, caller, otherId) }
  }),

  serve(contract.printOrder, async ({ app, caller, params: { orderId } }) => {
    await requireOrder(app, caller, orderId)
    return orderPdf(app, orderId)
  }),

  serve(contract.orderAsUbl, async ({ app, caller, params: { orderId } }) => {
    await requireOrder(app, caller, orderId)
    return orderUbl(app, orderId)
  }),

  serve(contract.showRules, async ({ app, caller }) => {
    const rules = await readRules(app.db, operatorsOf(caller))
    return { rules: [...rules].map(([operatorId, own]) => ({ operatorId, ...own })) }
  }),

  serve(contract.putRules, async ({ app, caller, params: { operatorId }, body: rules }) => {
    requireWithin(caller, ['operator'], operatorId)
    await setRules(app, { operatorId, rules, setBy: caller.personId })
    return { operatorId, ...rules }
  }),
]
