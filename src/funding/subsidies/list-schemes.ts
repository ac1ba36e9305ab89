import { and, desc, eq, inArray } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { schemeSites, schemes } from '../schema/subsidies'
import { nameOf } from './subsidies-for'

/** Every scheme in its newest version, with those of a tenant's canteens where it is valid. */
export async function listSchemes(app: App, operatorId: string) {
  const newest = await app.db.selectDistinctOn([schemes.id]).from(schemes).orderBy(schemes.id, desc(schemes.version))
  const sites = await app.db
    .select({ schemeId: schemeSites.schemeId, siteId: schemeSites.siteId })
    .from(schemeSites)
    .where(
      and(eq(schemeSites.operatorId, operatorId), inArray(schemeSites.schemeId, [...newest.map(({ id }) => id), ''])),
    )
  return newest.map(({ id, version, rules, validFrom, validTo }) => ({
    schemeId: id,
    version,
    name: nameOf(rules),
    source: rules.source,
    validFrom,
    validTo,
    siteIds: sites.filter(({ schemeId }) => schemeId === id).map(({ siteId }) => siteId),
  }))
}
