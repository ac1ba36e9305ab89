import { purseMovements, pursesOf, topUpsOwedBack } from '../../../funding/purses/queries'
import { startTopUp } from '../../../funding/purses/start-top-up'
import type { Payments } from '../../../platform/payments/open'
import { type Route, serve } from '../../serve'
import { paymentView } from '../payment-view'
import { cardOperator } from './card-operator'
import * as contract from './contract'

/** Somebody's own meal card. */
export const ownPurseRoutes = (payments: Payments): readonly Route[] => [
  serve(contract.showPurse, async ({ app, caller: { personId } }) => {
    const [purses, moved, owedBack] = await Promise.all([
      pursesOf(app, personId),
      purseMovements(app, personId),
      topUpsOwedBack(app, personId),
    ])
    const movements = moved.map(({ at, ...movement }) => ({ ...movement, at: at.toISOString() }))
    return { purses: purses.map(({ operatorId: _operatorId, ...purse }) => purse), movements, owedBack }
  }),

  serve(contract.startTopUp, async ({ app, caller, body: { amountMinor, servicePointId } }) => {
    const operatorId = await cardOperator(app, caller, servicePointId)
    const provider = payments.current
    const intent = await startTopUp(app, provider, { operatorId, personId: caller.personId, amountMinor })
    return paymentView(app, provider, intent)
  }),
]
