import { feeRulesOf } from '../../../delivery/fees/quote-fees'
import { setFeeRules } from '../../../delivery/fees/set-fee-rules'
import { Refusal } from '../../../kernel/refusal'
import { communitiesByIds, sitesOf } from '../../../places/queries'
import type { App } from '../../../platform/app'
import { requireWithin } from '../../caller'
import { type Route, serve } from '../../serve'
import * as contract from './contract'

const WHO = contract.listFeeRules.who

const rulesOf = async (app: App, operatorId: string) => ({
  rules: (await feeRulesOf(app, [operatorId])).map(({ id: _id, operatorId: _operatorId, ...rule }) => rule),
})

/** What drops cost, as the tenant that delivers them says. */
export const feeRoutes: readonly Route[] = [
  serve(contract.listFeeRules, async ({ app, caller, params: { operatorId } }) => {
    requireWithin(caller, WHO, operatorId)
    return rulesOf(app, operatorId)
  }),

  serve(contract.setFeeRules, async ({ app, caller, params: { operatorId }, body: { rules } }) => {
    requireWithin(caller, WHO, operatorId)
    const own = new Set((await sitesOf(app, [operatorId])).map(({ id }) => id))
    if (rules.some(({ siteId }) => siteId !== null && !own.has(siteId))) throw new Refusal('not_found')
    const named = [...new Set(rules.flatMap(({ communityId }) => communityId ?? []))]
    if ((await communitiesByIds(app, named)).length < named.length) throw new Refusal('not_found')
    await setFeeRules(app, { operatorId, actorId: caller.personId, rules })
    return rulesOf(app, operatorId)
  }),
]
