import { eq, inArray } from 'drizzle-orm'
import type { Text } from '../../kernel/text'
import type { App } from '../../platform/app'
import type { HoldingMode } from '../domain/safety/batch-clock'
import { SAFETY_PROFILES } from '../domain/safety/profiles'
import { type Checklists, type CoolingStep, type Limits, limitsOf, type SafetyRules } from '../domain/safety/rules'
import { safetyPolicies, safetyProfiles } from '../schema/safety'

/** What holds at a kitchen. */
export interface Policy {
  readonly profile: {
    readonly id: string
    readonly name: Text
    readonly rules: SafetyRules
    readonly cooling: readonly CoolingStep[]
  }
  readonly checklists: Checklists
  readonly limits: Limits
  /** Where food goes from the heat; `ambient` where nobody has said. */
  readonly holding: HoldingMode
}

/** The policies of some kitchens; one that never chose follows the first profile we deliver, with its food in the open. */
export async function policiesOf(app: App, siteIds: readonly string[]): Promise<(siteId: string) => Policy> {
  const rows = await app.db
    .select({ policy: safetyPolicies, profile: safetyProfiles })
    .from(safetyPolicies)
    .innerJoin(safetyProfiles, eq(safetyProfiles.id, safetyPolicies.profileId))
    .where(inArray(safetyPolicies.siteId, [...siteIds]))
  const bySite = new Map(rows.map((row) => [row.policy.siteId, row]))
  return (siteId) => {
    const found = bySite.get(siteId)
    const profile = found?.profile ?? SAFETY_PROFILES[0]
    if (!profile) throw new Error('no safety profile is delivered')
    const { id, name, rules, checklists } = profile
    const cooling = profile.cooling ?? SAFETY_PROFILES.find((delivered) => delivered.id === id)?.cooling ?? []
    const limits = limitsOf(rules, found?.policy.sampleGrams ?? null, cooling)
    return { profile: { id, name, rules, cooling }, checklists, limits, holding: found?.policy.holding ?? 'ambient' }
  }
}

/** The policy of one kitchen. */
export const policyOf = async (app: App, siteId: string): Promise<Policy> => (await policiesOf(app, [siteId]))(siteId)
