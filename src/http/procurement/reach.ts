import { Refusal } from '../../kernel/refusal'
import { siteById, sitesOf } from '../../places/queries'
import type { App } from '../../platform/app'
import { orderOwner } from '../../procurement/queries'
import { type Caller, openings, requireWithin, tenantsOf } from '../caller'

const WHO = ['procurement', 'operator'] as const

/** The tenants, or single sites, whose procurement the caller does. */
export const reachOf = (caller: Caller) =>
  openings(caller, WHO).map(({ operatorId, scopeId }) => (scopeId ? { operatorId, siteId: scopeId } : { operatorId }))

/** The sites within that reach. */
export async function sitesWithin(app: App, caller: Caller) {
  const all = await sitesOf(app, tenantsOf(caller, WHO))
  const reach = reachOf(caller)
  return all.filter(({ id, operatorId }) =>
    reach.some((each) => each.operatorId === operatorId && (!('siteId' in each) || each.siteId === id)),
  )
}

/** @throws Refusal `not_found` for an order that is unknown or somebody else's. */
export async function requireOrder(app: App, caller: Caller, orderId: string): Promise<void> {
  const owner = await orderOwner(app, orderId)
  if (!owner) throw new Refusal('not_found')
  requireWithin(caller, WHO, owner.operatorId, owner.siteId)
}

/** @throws Refusal `not_found` for a site that is unknown or somebody else's. */
export async function requireSite(app: App, caller: Caller, siteId: string) {
  const site = await siteById(app, siteId)
  if (!site) throw new Refusal('not_found')
  requireWithin(caller, WHO, site.operatorId, site.id)
  return site
}

/**
 * For everything else that belongs to a site. Answers whose it is.
 * @throws Refusal `not_found` for what is unknown or somebody else's.
 */
export function requireOwned<O extends { readonly operatorId: string; readonly siteId?: string }>(
  caller: Caller,
  owner: O | undefined,
): O {
  if (!owner) throw new Refusal('not_found')
  requireWithin(caller, WHO, owner.operatorId, owner.siteId)
  return owner
}

/** The tenants whose procurement the caller does, wherever in them. */
export const operatorsOf = (caller: Caller): string[] => tenantsOf(caller, WHO)

/** @throws Refusal `not_found` for a tenant the caller does not work for. */
export const requireTenant = (caller: Caller, operatorId: string): void => requireWithin(caller, WHO, operatorId)

/** @throws Refusal `not_found` for somebody who does not work for all of the tenant. */
export const requireWhole = (caller: Caller, operatorId: string): void => requireWithin(caller, WHO, operatorId, '')
