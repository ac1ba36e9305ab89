import { payParty } from '../../../funding/settlement/pay-party'
import { type PartyMonth, partyMonths } from '../../../funding/settlement/queries'
import { Refusal } from '../../../kernel/refusal'
import { tenantsOf } from '../../caller'
import { type Route, serve } from '../../serve'
import * as contract from './contract'

const WHO = contract.showSettlement.who

const view = ({ days, ...party }: PartyMonth) => ({ ...party, days: [...days] })

/** Settlement with partners and firms taken over. */
export const settlementRoutes: readonly Route[] = [
  serve(contract.showSettlement, async ({ app, caller, query: { month } }) => ({
    parties: (await partyMonths(app, tenantsOf(caller, WHO), month)).map(view),
  })),

  serve(contract.payParty, async ({ app, caller, params: { operatorId, partyId }, body: { month, ...paid } }) => {
    const tenants = tenantsOf(caller, WHO)
    if (!tenants.includes(operatorId)) throw new Refusal('not_found')
    await payParty(app, { operatorId, partyId, ...paid, notedBy: caller.personId })
    return { parties: (await partyMonths(app, tenants, month)).map(view) }
  }),
]
