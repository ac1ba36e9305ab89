import { pursesOf } from '../../../funding/purses/queries'
import { Refusal } from '../../../kernel/refusal'
import { coverageOf, pointsByIds, sitesByIds } from '../../../places/queries'
import type { App } from '../../../platform/app'
import type { Caller } from '../../caller'

/**
 * Whose card somebody fills: the one they have, else that of the operator they belong to, else of who serves their place.
 * @throws Refusal `account_needed` for a guest without a card, `place_needed`.
 */
export async function cardOperator(app: App, caller: Caller, servicePointId: string | undefined): Promise<string> {
  const own = (await pursesOf(app, caller.personId)).find(({ kind }) => kind === 'personal')
  if (own) return own.operatorId
  // a guest's session ends with its cookie, and their money would be lost with it
  if (caller.memberships.length === 0) throw new Refusal('account_needed')
  const member = caller.memberships.find(({ operatorId }) => operatorId !== '')
  if (member) return member.operatorId
  const [place] = servicePointId ? await pointsByIds(app, [servicePointId]) : []
  if (!place) throw new Refusal('place_needed')
  const served = await coverageOf(app, place.communityId)
  const [site] = await sitesByIds(
    app,
    served.map(({ siteId }) => siteId),
  )
  if (!site) throw new Refusal('place_needed')
  return site.operatorId
}
