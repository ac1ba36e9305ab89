import { Refusal } from '../kernel/refusal'
import type { Audience } from './endpoint'

export interface Membership {
  readonly role: string
  readonly operatorId: string
  /** The site, company or supplier the role is limited to; empty for the whole tenant. */
  readonly scopeId: string
}

/** Who stands at the door. */
export interface Caller {
  readonly personId: string
  readonly name: string
  readonly memberships: readonly Membership[]
}

/** The caller's memberships that open a route to these audiences; empty means closed. */
export const openings = (caller: Caller | undefined, who: readonly Audience[]): readonly Membership[] =>
  caller ? caller.memberships.filter(({ role }) => who.some((audience) => audience === role)) : []

export const mayEnter = (caller: Caller | undefined, who: readonly Audience[]): boolean =>
  who.includes('anyone') || (caller !== undefined && (who.includes('guest') || openings(caller, who).length > 0))

/** The tenants in which the caller holds one of these roles. */
export const tenantsOf = (caller: Caller, who: readonly Audience[]): string[] => [
  ...new Set(openings(caller, who).map(({ operatorId }) => operatorId)),
]

/** The sites, companies or suppliers a caller is limited to in these roles; undefined for "the whole tenant". */
export function scopesOf(caller: Caller, who: readonly Audience[]): string[] | undefined {
  const held = openings(caller, who)
  return held.some(({ scopeId }) => scopeId === '') ? undefined : held.map(({ scopeId }) => scopeId)
}

/**
 * Passes when the caller holds one of the roles for this tenant (and this site, company or supplier).
 * @throws Refusal `not_found`: a stranger must not learn that the thing exists.
 */
export function requireWithin(caller: Caller, who: readonly Audience[], operatorId: string, scopeId?: string): void {
  const held = openings(caller, who).filter((membership) => membership.operatorId === operatorId)
  const reaches = held.some(
    (membership) => membership.scopeId === '' || scopeId === undefined || membership.scopeId === scopeId,
  )
  if (!reaches) throw new Refusal('not_found')
}
