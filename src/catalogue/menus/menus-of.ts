import { eq } from 'drizzle-orm'
import type { App } from '../../platform/app'
import type { Menus } from '../domain/dishes-on'
import { menuCalendars, menuCycle, menuExceptions } from '../schema/menus'

/** All that says what a site serves when. */
export async function menusOf(app: App, siteId: string): Promise<Menus> {
  const cycle = await app.db.select().from(menuCycle).where(eq(menuCycle.siteId, siteId))
  const [calendar] = await app.db.select().from(menuCalendars).where(eq(menuCalendars.siteId, siteId))
  const exceptions = await app.db.select().from(menuExceptions).where(eq(menuExceptions.siteId, siteId))
  return { cycle, calendar, exceptions }
}
