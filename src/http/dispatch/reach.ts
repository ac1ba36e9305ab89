import type { Owner } from '../../delivery/queries'
import { Refusal } from '../../kernel/refusal'
import { sitesOf } from '../../places/queries'
import type { App } from '../../platform/app'
import { type Caller, requireWithin, scopesOf, tenantsOf } from '../caller'

const WHO = ['dispatcher', 'operator'] as const

/** Passes when the thing exists and is of a site the caller dispatches; else it is not found. */
export function requireOwn(caller: Caller, owner: Owner | undefined): void {
  if (!owner) throw new Refusal('not_found')
  requireWithin(caller, WHO, owner.operatorId, owner.siteId)
}

/** The sites a caller dispatches. */
export async function mySites(app: App, caller: Caller) {
  const scopes = scopesOf(caller, WHO)
  const sites = await sitesOf(app, tenantsOf(caller, WHO))
  return sites.filter(({ id }) => !scopes || scopes.includes(id))
}
