import { and, desc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import type { SubsidyScheme } from '../domain/subsidies/scheme'
import { schemeSites, schemes } from '../schema/subsidies'

export interface ValidScheme {
  readonly siteId: string
  readonly rules: SubsidyScheme
  readonly from: ServiceDate
  readonly to: ServiceDate | null
}

/** The schemes valid at some sites on any day of a span, the newest version of each first. */
export async function schemesAt(
  app: App,
  siteIds: readonly string[],
  { from, to }: { readonly from: ServiceDate; readonly to: ServiceDate },
): Promise<ValidScheme[]> {
  const rows = await app.db
    .select({ siteId: schemeSites.siteId, at: schemeSites, scheme: schemes })
    .from(schemeSites)
    .innerJoin(schemes, eq(schemes.id, schemeSites.schemeId))
    .where(
      and(
        inArray(schemeSites.siteId, [...siteIds]),
        lte(schemeSites.from, to),
        or(isNull(schemeSites.to), gte(schemeSites.to, from)),
        lte(schemes.validFrom, to),
        or(isNull(schemes.validTo), gte(schemes.validTo, from)),
      ),
    )
    .orderBy(schemes.id, desc(schemes.version))
  return rows.map(({ siteId, at, scheme }) => ({
    siteId,
    rules: scheme.rules,
    from: at.from > scheme.validFrom ? at.from : scheme.validFrom,
    to: earlier(at.to, scheme.validTo),
  }))
}

const earlier = (a: ServiceDate | null, b: ServiceDate | null): ServiceDate | null => {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}

/** The schemes that hold at a site on a day, each in its newest version then. */
export function schemesOn(valid: readonly ValidScheme[], siteId: string, day: ServiceDate): SubsidyScheme[] {
  const byId = new Map<string, SubsidyScheme>()
  for (const { siteId: at, rules, from, to } of valid) {
    if (at !== siteId || from > day || (to !== null && to < day) || byId.has(rules.id)) continue
    byId.set(rules.id, rules)
  }
  return [...byId.values()]
}
