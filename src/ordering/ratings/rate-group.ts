import { and, eq, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { fulfilmentGroups, orderLines, orders } from '../schema/orders'
import { ratings } from '../schema/ratings'

export interface RateGroup {
  readonly orderId: string
  readonly groupId: string
  readonly personId: string
  /** Scores 1 to 5. */
  readonly dishes: readonly { readonly lineId: string; readonly score: number }[]
  readonly delivery: number | null
  readonly comment: string
}

/** The subject that is no dish. */
export const DELIVERY = 'delivery'

/**
 * Keeps what a resident thinks of a meal that was handed over; saying it again replaces what was said.
 * @throws Refusal `not_found`, `not_delivered_yet`.
 */
export async function rateGroup(app: App, { orderId, groupId, personId, ...said }: RateGroup): Promise<void> {
  const [found] = await app.db
    .select({ group: fulfilmentGroups, communityId: orders.communityId })
    .from(fulfilmentGroups)
    .innerJoin(orders, eq(orders.id, fulfilmentGroups.orderId))
    .where(and(eq(orders.id, orderId), eq(fulfilmentGroups.id, groupId), eq(orders.personId, personId)))
  if (!found) throw new Refusal('not_found')
  const { group, communityId } = found
  if (group.status !== 'delivered') throw new Refusal('not_delivered_yet')

  const lines = await app.db.select().from(orderLines).where(eq(orderLines.groupId, groupId))
  const dishOf = new Map(lines.map(({ id, dishId }) => [id, dishId]))
  if (said.dishes.some(({ lineId }) => !dishOf.has(lineId))) throw new Refusal('not_found')
  const { operatorId, siteId, serviceDate } = group
  const common = { groupId, operatorId, siteId, communityId, personId, serviceDate, ratedAt: app.now() }
  const rows = [
    ...said.dishes.map(({ lineId, score }) => ({ subject: lineId, dishId: dishOf.get(lineId) ?? null, score })),
    ...(said.delivery === null ? [] : [{ subject: DELIVERY, dishId: null, score: said.delivery }]),
  ]
  if (rows.length === 0) return
  await app.db
    .insert(ratings)
    .values(rows.map((row, i) => ({ ...common, ...row, comment: i === 0 ? said.comment : '' })))
    .onConflictDoUpdate({
      target: [ratings.groupId, ratings.subject],
      set: { score: sql`excluded.score`, comment: sql`excluded.comment`, ratedAt: sql`excluded.rated_at` },
    })
}
