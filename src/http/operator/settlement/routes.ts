import { payParty } from '../../../funding/settlement/pay-party'
import { type PartyMonth, partyMonths } from '../../../funding/settlement/queries'
import { Refusal } from '../../../kernel/refusal'
import { sitesByIds } from '../../../places/queries'
import type { App } from '../../../platform/app'
import { tenantsOf } from '../../caller'
import { type Route, serve } from '../../serve'
import * as contract from './contract'

const WHO = contract.showSettlement.who

async function view(app: App, parties: readonly PartyMonth[]) {
  const sites = await sitesByIds(
    app,
    parties.flatMap(({ rules }) => rules.map(({ siteId }) => siteId)),
  )
  const nameOf = (id: string) => sites.find((site) => site.id === id)?.name ?? { zh: '', en: '' }
  return parties.map(({ days, payments, rules, ...party }) => ({
    ...party,
    days: [...days],
    payments: [...payments],
    rules: rules.map((rule) => ({ ...rule, site: nameOf(rule.siteId) })),
  }))
}

/** Settlement with partners and firms taken over. */
export const settlementRoutes: readonly Route[] = [
  serve(contract.showSettlement, async ({ app, caller, query: { month } }) => ({
    parties: await view(app, await partyMonths(app, tenantsOf(caller, WHO), month)),
  })),

  serve(contract.payParty, async ({ app, caller, params: { operatorId, partyId }, body: { month, ...paid } }) => {
    const tenants = tenantsOf(caller, WHO)
    if (!tenants.includes(operatorId)) throw new Refusal('not_found')
    await payParty(app, { operatorId, partyId, ...paid, notedBy: caller.personId })
    return { parties: await view(app, await partyMonths(app, tenants, month)) }
  }),
]
