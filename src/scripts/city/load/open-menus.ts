import { publishMenus } from '../../../catalogue/publish-menus'
import { menuDaysOf, plannedMenu } from '../../../catalogue/queries'
import { addDays, type ServiceDate } from '../../../kernel/time'
import { openSlot } from '../../../ordering/open-slot'
import type { App } from '../../../platform/app'
import type { DemoCity } from '../city'
import { cityOfDistrict } from '../places/cities'
import type { Site } from '../places/sites'

/** Menus are published so far ahead, today included. */
export const MENU_DAYS = 14

export interface OpenedMenus {
  readonly menuDays: number
  readonly offers: number
}

/** Publishes the menus of all sites and opens them for orders. Menus that stand are left. */
export async function openMenus(app: App, { sites }: DemoCity, today: ServiceDate): Promise<OpenedMenus> {
  let [menuDays, offers] = [0, 0]
  for (const site of sites) {
    menuDays += (await publishSite(app, site, today)).length
    offers += await openSite(app, site, today)
  }
  return { menuDays, offers }
}

function publishSite(app: App, { id: siteId, operatorId, zone, districtId }: Site, from: ServiceDate) {
  const { currency } = cityOfDistrict(districtId)
  return publishMenus(app, { operatorId, siteId, zone, currency, from, days: MENU_DAYS })
}

/** Done here as well as by the worker who follows the published menus, so that the shop can sell at once. */
async function openSite(app: App, { id }: Site, from: ServiceDate): Promise<number> {
  const to = addDays(from, MENU_DAYS - 1)
  const offers = await plannedMenu(app, id, from, to)
  for (const { id: menuDayId, cutoffAt, servesFrom, servesTo, ...menuDay } of await menuDaysOf(app, [id], from, to))
    await openSlot(app, {
      ...menuDay,
      menuDayId,
      cutoffAt: cutoffAt.toISOString(),
      servesFrom: servesFrom.toISOString(),
      servesTo: servesTo.toISOString(),
      offers: offers.filter((offer) => offer.menuDayId === menuDayId),
    })
  return offers.length
}
