import { Refusal } from '../../kernel/refusal'
import { siteById, sitesOf } from '../../places/queries'
import type { App } from '../../platform/app'
import { type Caller, requireWithin, scopesOf, tenantsOf } from '../caller'

const WHO = ['till'] as const

/** The canteens the caller serves: those with a counter. */
export async function tillSites(app: App, caller: Caller) {
  const scopes = scopesOf(caller, WHO)
  const sites = await sitesOf(app, tenantsOf(caller, WHO))
  return sites.filter(({ id, counterPointId }) => counterPointId !== null && (!scopes || scopes.includes(id)))
}

/** One of them with its counter. @throws Refusal `not_found` for everybody else's, and where there is no counter. */
export async function requireTill(app: App, caller: Caller, siteId: string) {
  const site = await siteById(app, siteId)
  if (!site?.counterPointId) throw new Refusal('not_found')
  requireWithin(caller, WHO, site.operatorId, site.id)
  return { ...site, counterPointId: site.counterPointId }
}

export type TillSite = Awaited<ReturnType<typeof requireTill>>
