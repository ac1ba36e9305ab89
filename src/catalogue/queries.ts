import { and, asc, desc, eq, gte, inArray, isNotNull, lte } from 'drizzle-orm'
import type { Allergens } from '../kernel/allergens'
import type { Text } from '../kernel/text'
import type { MealPeriod, ServiceDate } from '../kernel/time'
import type { App } from '../platform/app'
import { dishes } from './schema/dishes'
import { menuDays, offers } from './schema/menus'
import type { Nutrition } from './schema/recipes'

export interface MenuDay {
  readonly id: string
  readonly operatorId: string
  readonly siteId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly zone: string
  readonly cutoffAt: Date
  readonly servesFrom: Date
  readonly servesTo: Date
}

const menuDay = {
  id: menuDays.id,
  operatorId: menuDays.operatorId,
  siteId: menuDays.siteId,
  serviceDate: menuDays.serviceDate,
  period: menuDays.period,
  zone: menuDays.zone,
  cutoffAt: menuDays.cutoffAt,
  servesFrom: menuDays.servesFrom,
  servesTo: menuDays.servesTo,
}

/** Published menu days of some sites between two dates, both included. */
export const menuDaysOf = (
  app: App,
  siteIds: readonly string[],
  from: ServiceDate,
  to: ServiceDate,
): Promise<MenuDay[]> =>
  app.db
    .select(menuDay)
    .from(menuDays)
    .where(and(inArray(menuDays.siteId, [...siteIds]), gte(menuDays.serviceDate, from), lte(menuDays.serviceDate, to)))
    .orderBy(asc(menuDays.servesFrom), asc(menuDays.siteId))

/** One published menu day. */
export async function menuDayById(app: App, id: string): Promise<MenuDay | undefined> {
  const [found] = await app.db.select(menuDay).from(menuDays).where(eq(menuDays.id, id))
  return found
}

export interface OfferFacts {
  readonly id: string
  readonly menuDayId: string
  readonly operatorId: string
  readonly dishId: string
  readonly variantId: string | null
  readonly recipeVersionId: string | null
  readonly name: Text
  readonly description: Text
  readonly category: string
  readonly tags: readonly string[]
  readonly art: string
  readonly priceMinor: number
  readonly currency: string
  readonly taxBps: number
  readonly allergens: Allergens
  readonly nutrition: Nutrition
}

/** The columns of an offer as others see it; `dishes` must be joined. */
export const offerFacts = {
  id: offers.id,
  menuDayId: offers.menuDayId,
  operatorId: offers.operatorId,
  dishId: offers.dishId,
  variantId: offers.variantId,
  recipeVersionId: offers.recipeVersionId,
  name: dishes.name,
  description: dishes.description,
  category: dishes.category,
  tags: dishes.tags,
  art: dishes.art,
  priceMinor: offers.priceMinor,
  currency: offers.currency,
  taxBps: offers.taxBps,
  allergens: offers.allergens,
  nutrition: offers.nutrition,
}

/** The offers of some menu days, in menu order. */
export const offersOn = (app: App, menuDayIds: readonly string[]): Promise<OfferFacts[]> =>
  app.db
    .select(offerFacts)
    .from(offers)
    .innerJoin(dishes, eq(dishes.id, offers.dishId))
    .where(and(inArray(offers.menuDayId, [...menuDayIds]), eq(offers.withdrawn, false)))
    .orderBy(asc(dishes.category), asc(offers.priceMinor), asc(offers.id))

/** Offers by id, each with its menu day; unknown and withdrawn ones are left out. */
export const offersByIds = (app: App, ids: readonly string[]): Promise<{ offer: OfferFacts; menuDay: MenuDay }[]> =>
  app.db
    .select({ offer: offerFacts, menuDay })
    .from(offers)
    .innerJoin(dishes, eq(dishes.id, offers.dishId))
    .innerJoin(menuDays, eq(menuDays.id, offers.menuDayId))
    .where(and(inArray(offers.id, [...ids]), eq(offers.withdrawn, false)))

export const dishesByIds = (app: App, ids: readonly string[]) =>
  app.db
    .select()
    .from(dishes)
    .where(inArray(dishes.id, [...ids]))

/** Portions put on the menus of a site between two dates, per dish and menu day. */
export const plannedMenu = (app: App, siteId: string, from: ServiceDate, to: ServiceDate) =>
  app.db
    .select({
      menuDayId: menuDays.id,
      serviceDate: menuDays.serviceDate,
      period: menuDays.period,
      offerId: offers.id,
      dishId: offers.dishId,
      recipeVersionId: offers.recipeVersionId,
      portions: offers.portions,
    })
    .from(menuDays)
    .innerJoin(offers, eq(offers.menuDayId, menuDays.id))
    .where(and(eq(menuDays.siteId, siteId), gte(menuDays.serviceDate, from), lte(menuDays.serviceDate, to)))
    .orderBy(desc(menuDays.serviceDate), asc(offers.id))

/** What an operator cooks, by name of its id: what a menu may have. */
export const cookedDishesOf = (app: App, operatorId: string) =>
  app.db
    .select({ id: dishes.id, name: dishes.name })
    .from(dishes)
    .where(and(eq(dishes.operatorId, operatorId), isNotNull(dishes.recipeId)))
    .orderBy(asc(dishes.id))
