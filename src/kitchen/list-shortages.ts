import { and, asc, desc, eq, gte, sql } from 'drizzle-orm'
import type { App } from '../platform/app'
import { supplyShortages } from './schema/supply-shortages'

/** Shortages stay on the screen this long. */
const DAYS = 14

/** Ingredients that will not come to a site as ordered: what nobody makes good first, then the day they are lacking. */
export const listSupplyShortages = (app: App, siteId: string) =>
  app.db
    .select()
    .from(supplyShortages)
    .where(
      and(
        eq(supplyShortages.siteId, siteId),
        gte(supplyShortages.at, new Date(app.now().getTime() - DAYS * 86_400_000)),
      ),
    )
    .orderBy(
      sql`array_position(array['escalated', 'resourced', 'covered'], ${supplyShortages.state})`,
      asc(supplyShortages.runsOutOn),
      desc(supplyShortages.id),
    )
