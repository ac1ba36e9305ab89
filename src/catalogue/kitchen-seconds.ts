import { and, eq, gte, sql } from 'drizzle-orm'
import type { ServiceDate } from '../kernel/time'
import type { App } from '../platform/app'
import { menuDays, offers } from './schema/menus'
import { recipeVersions } from './schema/recipes'

/** Kitchen time of a portion of each offer of a site from a day on: its recipe's minutes shared by a batch, rounded up. */
export const kitchenSeconds = (app: App, siteId: string, from: ServiceDate) =>
  app.db
    .select({
      offerId: offers.id,
      seconds: sql<number>`ceil(${recipeVersions.minutes} * 60.0 / ${recipeVersions.batchPortions})::int`,
    })
    .from(offers)
    .innerJoin(menuDays, eq(menuDays.id, offers.menuDayId))
    .innerJoin(recipeVersions, eq(recipeVersions.id, offers.recipeVersionId))
    .where(and(eq(menuDays.siteId, siteId), gte(menuDays.serviceDate, from)))
