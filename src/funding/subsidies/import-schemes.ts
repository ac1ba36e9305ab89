import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { insertAll } from '../../platform/insert-all'
import { SubsidyScheme } from '../domain/subsidies/scheme'
import { schemeSites, schemes } from '../schema/subsidies'

export interface ImportSchemes {
  readonly schemes: readonly {
    /** The rules, as a funder published them. */
    readonly rules: unknown
    readonly validFrom: ServiceDate
    readonly validTo?: ServiceDate
  }[]
  /** The canteens where a scheme is valid. */
  readonly sites: readonly (typeof schemeSites.$inferInsert)[]
}

/**
 * Takes over schemes and where they are valid. A version that is known is left as it is: claims refer to it. Returns the new
 * rows by table. @throws ZodError for rules that cannot be read.
 */
export const importSchemes = (app: App, input: ImportSchemes): Promise<Record<'schemes' | 'schemeSites', number>> =>
  app.db.transaction(async (tx) => ({
    schemes: await insertAll(
      tx,
      schemes,
      input.schemes.map(({ rules, validFrom, validTo = null }) => {
        const parsed = SubsidyScheme.parse(rules)
        return { id: parsed.id, version: parsed.version, rules: parsed, validFrom, validTo }
      }),
    ),
    schemeSites: await insertAll(tx, schemeSites, input.sites),
  }))
