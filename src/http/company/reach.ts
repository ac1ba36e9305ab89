import { companiesOf } from '../../funding/queries'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { type Caller, scopesOf, tenantsOf } from '../caller'
import type { Audience } from '../endpoint'

/** The companies a caller may look at in some roles. */
export const companiesWithin = (app: App, caller: Caller, who: readonly Audience[]) =>
  companiesOf(app, tenantsOf(caller, who), scopesOf(caller, who))

/** One of them. @throws Refusal `not_found` for everybody else's. */
export async function companyWithin(app: App, caller: Caller, who: readonly Audience[], companyId: string) {
  const found = (await companiesWithin(app, caller, who)).find(({ id }) => id === companyId)
  if (!found) throw new Refusal('not_found')
  return found
}
