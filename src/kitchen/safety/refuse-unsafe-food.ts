import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { ticketItems, tickets } from '../schema/tickets'
import { clocksOfDishes } from './clocks'

/**
 * Passes when what some groups are served is good until an instant: of a dish of which a batch has turned there must be
 * enough good portions for them all the same. What nobody cooked yet has no clock.
 * @throws Refusal `dish_unsafe` with the dish
 */
export async function refuseUnsafeFood(app: App, groupIds: readonly string[], until: Date): Promise<void> {
  const wanted = await app.db
    .select({
      menuDayId: tickets.menuDayId,
      dishId: ticketItems.dishId,
      portions: sql<number>`sum(${ticketItems.quantity})::int`,
    })
    .from(tickets)
    .innerJoin(ticketItems, eq(ticketItems.ticketId, tickets.id))
    .where(and(inArray(tickets.groupId, [...groupIds]), ne(tickets.status, 'void'), isNull(ticketItems.voidedAt)))
    .groupBy(tickets.menuDayId, ticketItems.dishId)
  const cooked = await clocksOfDishes(app, wanted, until)
  for (const { menuDayId, dishId, portions } of wanted) {
    const own = cooked.filter((batch) => batch.menuDayId === menuDayId && batch.dishId === dishId)
    const good = own.filter(({ state }) => state === 'good').reduce((sum, batch) => sum + batch.portions, 0)
    const bad = own.find(({ state }) => state !== 'good')
    if (bad && good < portions) throw new Refusal('dish_unsafe', { dish: bad.name })
  }
}
