import { fapiaoOf } from '../../../funding/invoicing/queries'
import { requestOwnFapiao } from '../../../funding/invoicing/request-fapiao'
import { ownPart } from '../../../ordering/own-part'
import { fapiaoView } from '../../company/invoices/routes'
import { type Route, serve } from '../../serve'
import * as contract from './contract'

/** Fapiao for residents and employees: their own money only. */
export const fapiaoRoutes: readonly Route[] = [
  serve(contract.listFapiao, async ({ app, caller: { personId }, params: { orderId } }) => {
    const { amountMinor: ownMinor } = await ownPart(app, orderId, personId)
    return { ownMinor, fapiao: (await fapiaoOf(app, orderId, personId)).map(fapiaoView) }
  }),

  serve(contract.requestFapiao, async ({ app, caller: { personId }, params: { orderId }, body }) =>
    fapiaoView(await requestOwnFapiao(app, await ownPart(app, orderId, personId), body)),
  ),
]
