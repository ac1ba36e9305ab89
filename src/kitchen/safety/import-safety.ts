import type { App } from '../../platform/app'
import { insertAll } from '../../platform/insert-all'
import { SAFETY_PROFILES } from '../domain/safety/profiles'
import { safetyPolicies, safetyProfiles } from '../schema/safety'

type Policies = readonly (typeof safetyPolicies.$inferInsert)[]

/** Sets up the profiles we deliver and the policies of kitchens. What stands is left. Returns how many policies are new. */
export const importSafety = (app: App, policies: Policies): Promise<number> =>
  app.db.transaction(async (tx) => {
    await insertAll(tx, safetyProfiles, SAFETY_PROFILES)
    return insertAll(tx, safetyPolicies, policies)
  })
