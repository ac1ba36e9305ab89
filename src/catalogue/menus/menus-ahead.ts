import { eq } from 'drizzle-orm'
import { addDays, type ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { dishesOn } from '../domain/dishes-on'
import { mealInstants } from '../domain/menu-day'
import { mealPeriods } from '../schema/menus'
import { menusOf } from './menus-of'

/** Four weeks. */
const AHEAD_DAYS = 28

/** What a site serves from a date on, meal by meal, and why; published or not. */
export async function menusAhead(
  app: App,
  { siteId, zone, from }: { siteId: string; zone: string; from: ServiceDate },
) {
  const rules = await app.db.select().from(mealPeriods).where(eq(mealPeriods.siteId, siteId))
  const menus = await menusOf(app, siteId)
  const byTime = rules.toSorted((a, b) => (a.servesFrom < b.servesFrom ? -1 : 1))
  const days = Array.from({ length: AHEAD_DAYS }, (_, i) => addDays(from, i)).flatMap((serviceDate) =>
    byTime.map((rule) => {
      const { cutoffAt } = mealInstants(serviceDate, rule, zone)
      return { serviceDate, period: rule.period, cutoffAt, ...dishesOn(menus, serviceDate, rule.period) }
    }),
  )
  const { closedOnHolidays, madeUpAs } = menus.calendar ?? { closedOnHolidays: false, madeUpAs: null }
  return { calendar: { closedOnHolidays, madeUpAs }, days }
}
