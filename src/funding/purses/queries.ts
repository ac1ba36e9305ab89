import { asc, eq } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { purses } from '../schema/purses'

/** Somebody's own meal cards. */
export const pursesOf = (app: App, personId: string) =>
  app.db
    .select({
      id: purses.id,
      kind: purses.kind,
      balanceMinor: purses.balanceMinor,
      heldMinor: purses.heldMinor,
      capMinor: purses.capMinor,
      currency: purses.currency,
      expiresOn: purses.expiresOn,
    })
    .from(purses)
    .where(eq(purses.personId, personId))
    .orderBy(asc(purses.kind), asc(purses.id))
