import { and, eq, inArray, notInArray, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { MealPeriod, ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { publish } from '../../platform/outbox'
import { dishesOn, type MenuDish } from '../domain/dishes-on'
import { MenuPublished } from '../events'
import { dishFacts, menuDayId, offerId } from '../publish-menus'
import { menuDays, menuExceptions, offers } from '../schema/menus'
import { menusOf } from './menus-of'

export interface ReplaceMenuDay {
  readonly operatorId: string
  readonly siteId: string
  readonly currency: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  /** None: closed; null: as the rotation has it again. */
  readonly dishes: readonly MenuDish[] | null
  readonly actorId: string
}

/**
 * Gives one meal of one day another menu. Where it is published already its offers follow at once: what is gone cannot be
 * ordered any more, what was ordered stays ordered. Saying it twice changes nothing.
 * @throws Refusal `menu_day_over` (the cut-off has passed), `not_found` (a dish that is not the operator's or has no recipe)
 */
export const replaceMenuDay = (app: App, input: ReplaceMenuDay): Promise<void> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const { operatorId, siteId, serviceDate, period, dishes, actorId } = input
    const id = menuDayId(siteId, serviceDate, period)
    const [day] = await tx.select().from(menuDays).where(eq(menuDays.id, id)).for('update')
    if (day && day.cutoffAt <= app.now()) throw new Refusal('menu_day_over')
    const facts = await dishFacts(within, dishes?.map(({ dishId }) => dishId) ?? [], operatorId)
    if (dishes?.some(({ dishId }) => !facts.has(dishId))) throw new Refusal('not_found')

    const which = { siteId, serviceDate, period }
    const row = { ...which, operatorId, dishes: dishes ?? [] }
    const { siteId: site, serviceDate: date, period: meal } = menuExceptions
    const own = and(eq(site, siteId), eq(date, serviceDate), eq(meal, period))
    if (dishes === null) await tx.delete(menuExceptions).where(own)
    else
      await tx
        .insert(menuExceptions)
        .values(row)
        .onConflictDoUpdate({ target: [site, date, meal], set: row })
    if (day) await followMenu(within, day, input)
    const detail = { ...which, dishes: dishes?.length ?? null }
    await note(within, { operatorId, actorId, action: 'catalogue.replace-menu-day', subject: siteId, detail })
  })

/** Makes the offers of a published day those of its menu as it is now. */
async function followMenu(app: App, day: typeof menuDays.$inferSelect, { currency }: ReplaceMenuDay): Promise<void> {
  const { id: menuDayIdOf, operatorId, siteId, serviceDate, period, zone, cutoffAt, servesFrom, servesTo } = day
  const { dishes } = dishesOn(await menusOf(app, siteId), serviceDate, period)
  const facts = await dishFacts(
    app,
    dishes.map(({ dishId }) => dishId),
    operatorId,
  )
  const rows = dishes.flatMap(({ dishId, portions }) => {
    const dish = facts.get(dishId)
    return dish
      ? [{ id: offerId(menuDayIdOf, dishId), menuDayId: menuDayIdOf, operatorId, currency, portions, ...dish }]
      : []
  })
  const ids = rows.map(({ id }) => id)
  const others = ids.length > 0 ? notInArray(offers.id, ids) : sql`true`
  await app.db
    .update(offers)
    .set({ withdrawn: true })
    .where(and(eq(offers.menuDayId, menuDayIdOf), others))
  if (rows.length === 0) return
  await app.db.insert(offers).values(rows).onConflictDoNothing()
  await app.db.update(offers).set({ withdrawn: false }).where(inArray(offers.id, ids))
  await publish(app.db, MenuPublished, {
    menuDayId: menuDayIdOf,
    operatorId,
    siteId,
    serviceDate,
    period,
    zone,
    cutoffAt: cutoffAt.toISOString(),
    servesFrom: servesFrom.toISOString(),
    servesTo: servesTo.toISOString(),
    offers: rows.map(({ id, portions }) => ({
      offerId: id,
      portions,
    })),
  })
}
