import { eq } from 'drizzle-orm'
import type { App } from '../platform/app'
import { offerFacts } from './queries'
import { dishes } from './schema/dishes'
import { offers } from './schema/menus'
import { recipeVersions } from './schema/recipes'

/** A dish on a menu day with its station, and the dish that stands in for it if that is on the same menu. */
export async function dishOnMenu(app: App, menuDayId: string, dishId: string) {
  const rows = await app.db
    .select({ offer: offerFacts, substituteId: dishes.substituteId, station: recipeVersions.station })
    .from(offers)
    .innerJoin(dishes, eq(dishes.id, offers.dishId))
    .leftJoin(recipeVersions, eq(recipeVersions.id, offers.recipeVersionId))
    .where(eq(offers.menuDayId, menuDayId))
  const found = rows.find(({ offer }) => offer.dishId === dishId)
  const substitute = rows.find(({ offer }) => offer.dishId === found?.substituteId)
  return found ? { dish: found.offer, substitute } : undefined
}
