import { and, eq, inArray, sql } from 'drizzle-orm'
import { addDays, type ServiceDate } from '../kernel/time'
import type { App } from '../platform/app'
import { publishAll } from '../platform/outbox'
import { dishesOn } from './domain/dishes-on'
import { mealInstants } from './domain/menu-day'
import { menusOf } from './menus/menus-of'
import { MenuPublished } from './events'
import { dishes } from './schema/dishes'
import { mealPeriods, menuDays, offers } from './schema/menus'
import { recipes, recipeVersions } from './schema/recipes'

export interface PublishMenus {
  readonly operatorId: string
  readonly siteId: string
  readonly zone: string
  readonly currency: string
  /** First and number of service dates. */
  readonly from: ServiceDate
  readonly days: number
}

/**
 * Turns the site's menu cycle into menu days and offers with the prices, labels and recipes of this moment.
 * A menu day that stands is left as it is, so this may be repeated every day. Returns the new menu days' ids.
 */
export const publishMenus = (app: App, input: PublishMenus): Promise<string[]> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const { operatorId, siteId, zone, currency } = input
    const periods = await tx.select().from(mealPeriods).where(eq(mealPeriods.siteId, siteId))
    const menus = await menusOf(within, siteId)
    const known = [...menus.cycle, ...menus.exceptions.flatMap((one) => one.dishes)].map(({ dishId }) => dishId)
    const facts = await dishFacts(within, [...new Set(known)], operatorId)

    const days = Array.from({ length: input.days }, (_, day) => addDays(input.from, day))
    const wanted = days.flatMap((serviceDate) =>
      periods.flatMap((rule) => {
        const { dishes: today } = dishesOn(menus, serviceDate, rule.period)
        if (today.length === 0) return []
        const instants = mealInstants(serviceDate, rule, zone)
        const id = menuDayId(siteId, serviceDate, rule.period)
        const { period, cutoff: cutoffRule } = rule
        const row = {
          id,
          operatorId,
          siteId,
          serviceDate,
          period,
          zone,
          cutoffRule,
          ...instants,
          publishedAt: app.now(),
        }
        return [{ row, today }]
      }),
    )
    if (wanted.length === 0) return []
    const fresh = await tx
      .insert(menuDays)
      .values(wanted.map(({ row }) => row))
      .onConflictDoNothing()
      .returning({ id: menuDays.id })
    const freshIds = new Set(fresh.map(({ id }) => id))
    const published = wanted.filter(({ row }) => freshIds.has(row.id))

    const offersOf = ({ row, today }: (typeof wanted)[number]) =>
      today.flatMap(({ dishId, portions }) => {
        const dish = facts.get(dishId)
        return dish ? [{ id: offerId(row.id, dishId), menuDayId: row.id, operatorId, currency, portions, ...dish }] : []
      })
    const rows = published.flatMap(offersOf)
    if (rows.length > 0) await tx.insert(offers).values(rows)
    await publishAll(
      tx,
      MenuPublished,
      published.map((day) => ({
        menuDayId: day.row.id,
        operatorId,
        siteId,
        serviceDate: day.row.serviceDate,
        period: day.row.period,
        zone,
        cutoffAt: day.row.cutoffAt.toISOString(),
        servesFrom: day.row.servesFrom.toISOString(),
        servesTo: day.row.servesTo.toISOString(),
        offers: offersOf(day).map(({ id, portions }) => ({ offerId: id, portions })),
      })),
    )
    return published.map(({ row }) => row.id)
  })

/** Readable ids: a menu day is known by where and when, an offer by its dish. */
export const menuDayId = (siteId: string, date: ServiceDate, period: string) => `md_${siteId}_${date}_${period}`
export const offerId = (menuDay: string, dishId: string) => `of_${menuDay.slice(3)}_${dishId.replace(/^dish_/, '')}`

/** What an offer of each dish says now; dishes without a recipe are left out. */
export async function dishFacts(app: App, dishIds: readonly string[], operatorId: string) {
  if (dishIds.length === 0) return new Map<string, never>()
  const rows = await app.db
    .select({
      dishId: dishes.id,
      variantId: dishes.variantId,
      priceMinor: dishes.priceMinor,
      taxBps: dishes.taxBps,
      recipeVersionId: recipeVersions.id,
      allergens: sql<(typeof offers.$inferInsert)['allergens']>`${recipeVersions.allergens}`,
      nutrition: sql<(typeof offers.$inferInsert)['nutrition']>`${recipeVersions.nutrition}`,
    })
    .from(dishes)
    .innerJoin(recipes, eq(recipes.id, dishes.recipeId))
    .innerJoin(
      recipeVersions,
      and(eq(recipeVersions.recipeId, recipes.id), eq(recipeVersions.version, recipes.currentVersion)),
    )
    .where(and(inArray(dishes.id, [...dishIds]), eq(dishes.operatorId, operatorId)))
  return new Map(rows.map((row) => [row.dishId, row]))
}
