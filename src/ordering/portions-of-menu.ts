import { and, eq, inArray } from 'drizzle-orm'
import type { App } from '../platform/app'
import { fulfilmentGroups, orderLines } from './schema/orders'
import { slots } from './schema/slots'

const COOKED_FOR = ['placed', 'cooking', 'ready', 'on_the_way', 'delivered', 'failed'] as const

/** A menu day's slot and the lines ordered from it, group by group; undefined when it is not there. Two queries. */
export async function portionsOfMenu(app: App, menuDayId: string) {
  const [slot] = await app.db.select().from(slots).where(eq(slots.menuDayId, menuDayId))
  if (!slot) return undefined
  const lines = await app.db
    .select({
      lineId: orderLines.id,
      groupId: orderLines.groupId,
      dishId: orderLines.dishId,
      recipeVersionId: orderLines.recipeVersionId,
      name: orderLines.name,
      portions: orderLines.quantity,
    })
    .from(orderLines)
    .innerJoin(fulfilmentGroups, eq(fulfilmentGroups.id, orderLines.groupId))
    .where(and(eq(fulfilmentGroups.menuDayId, menuDayId), inArray(fulfilmentGroups.status, [...COOKED_FOR])))
    .orderBy(orderLines.id)
  return { slot, lines }
}
