import { topUp } from '../../../funding/purses/top-up'
import { pursesOf } from '../../../funding/purses/queries'
import { tenantsOf } from '../../caller'
import { type Route, serve } from '../../serve'
import * as contract from './contract'

/** Meal cards, for who holds them and who fills them. */
export const purseRoutes: readonly Route[] = [
  serve(contract.topUpPurse, ({ app, caller, params: { purseId }, body }) => {
    const operatorIds = tenantsOf(caller, contract.topUpPurse.who)
    return topUp(app, { operatorIds, purseId, ...body, by: caller.personId })
  }),

  serve(contract.myPurses, async ({ app, caller }) => {
    const own = await pursesOf(app, caller.personId)
    return { purses: own.map(({ operatorId: _operatorId, ...purse }) => purse) }
  }),
]
