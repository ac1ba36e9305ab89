import { Refusal } from '../../kernel/refusal'
import type { Owner } from '../../kitchen/queries'
import { siteById } from '../../places/queries'
import type { App } from '../../platform/app'
import { type Caller, requireWithin } from '../caller'

const KITCHEN = ['kitchen'] as const

/** Passes when the thing exists and is the caller's kitchen's; else it is not found. */
export function requireOwn(caller: Caller, owner: Owner | undefined): void {
  if (!owner) throw new Refusal('not_found')
  requireWithin(caller, KITCHEN, owner.operatorId, owner.siteId)
}

/** A kitchen the caller works in. @throws Refusal `not_found` */
export async function ownSite(app: App, caller: Caller, siteId: string) {
  const site = await siteById(app, siteId)
  if (!site) throw new Refusal('not_found')
  requireWithin(caller, KITCHEN, site.operatorId, siteId)
  return site
}
