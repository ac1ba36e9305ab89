import { and, asc, eq } from 'drizzle-orm'
import type { MealPeriod } from '../../kernel/time'
import type { App } from '../../platform/app'
import type { WindowRule } from '../domain/windows'
import { windows } from '../schema/fleet'

/** When a site's meal of a period may be handed over where; none: all through the meal. */
export const windowRules = (
  app: App,
  { siteId, period }: { siteId: string; period: MealPeriod },
): Promise<WindowRule[]> =>
  app.db
    .select({ siteTypes: windows.siteTypes, from: windows.from, to: windows.to })
    .from(windows)
    .where(and(eq(windows.siteId, siteId), eq(windows.period, period)))
    .orderBy(asc(windows.from), asc(windows.id))
