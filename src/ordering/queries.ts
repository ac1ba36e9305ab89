import { and, asc, eq, gte, inArray, lte, sql } from 'drizzle-orm'
import type { Allergens } from '../kernel/allergens'
import { grouped } from '../kernel/grouped'
import type { GroupStatus } from '../kernel/order-status'
import type { Text } from '../kernel/text'
import type { MealPeriod, ServiceDate } from '../kernel/time'
import type { App } from '../platform/app'
import { fulfilmentGroups, orderLines, orders } from './schema/orders'
import { payments } from './schema/payments'
import { capacityPools, slots } from './schema/slots'

/** Portions left per offer, as far as the kitchen's time allows, and whether its menu day still takes orders. */
export async function portionsLeft(
  app: App,
  offerIds: readonly string[],
): Promise<Map<string, { left: number; closed: boolean }>> {
  if (offerIds.length === 0) return new Map()
  const rows = await app.db
    .select({
      offerId: capacityPools.offerId,
      left: sql<number>`case when ${capacityPools.stoppedAt} is null then least(${capacityPools.capacity} - ${capacityPools.reserved},
        (${slots.capacitySeconds} - ${slots.reservedSeconds}) / nullif(${capacityPools.seconds}, 0)) else 0 end`,
      closed: sql<boolean>`${slots.closedAt} is not null`,
    })
    .from(capacityPools)
    .innerJoin(slots, eq(slots.menuDayId, capacityPools.menuDayId))
    .where(inArray(capacityPools.offerId, [...offerIds]))
  return new Map(rows.map(({ offerId, left, closed }) => [offerId, { left, closed }]))
}

/** A payment by the provider's own id, with whose order it pays. */
export async function findPayment(app: App, provider: 'local' | 'stripe', intentId: string) {
  const [row] = await app.db
    .select({ payment: payments, personId: orders.personId })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(and(eq(payments.provider, provider), eq(payments.intentId, intentId)))
  return row
}

export interface KitchenGroup {
  readonly groupId: string
  readonly orderId: string
  readonly number: string
  readonly operatorId: string
  readonly siteId: string
  readonly menuDayId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly status: GroupStatus
  readonly servesFrom: Date
  readonly servesTo: Date
  readonly buildingId: string
  readonly communityId: string
  /** What whoever eats it said they cannot eat, in codes. */
  readonly allergies: readonly string[] | null
  readonly lines: readonly {
    readonly lineId: string
    readonly dishId: string
    readonly recipeVersionId: string | null
    readonly name: Text
    readonly quantity: number
    readonly allergens: Allergens
  }[]
}

/** What a kitchen may know of a fulfilment group: dishes and where it goes, nobody's name. */
export async function groupsForKitchen(app: App, groupIds: readonly string[]): Promise<KitchenGroup[]> {
  const rows = await app.db
    .select({
      groupId: fulfilmentGroups.id,
      orderId: orders.id,
      number: orders.number,
      operatorId: fulfilmentGroups.operatorId,
      siteId: fulfilmentGroups.siteId,
      menuDayId: fulfilmentGroups.menuDayId,
      serviceDate: fulfilmentGroups.serviceDate,
      period: fulfilmentGroups.period,
      status: fulfilmentGroups.status,
      servesFrom: slots.servesFrom,
      servesTo: slots.servesTo,
      buildingId: orders.buildingId,
      communityId: orders.communityId,
      allergies: orders.allergies,
    })
    .from(fulfilmentGroups)
    .innerJoin(orders, eq(orders.id, fulfilmentGroups.orderId))
    .innerJoin(slots, eq(slots.menuDayId, fulfilmentGroups.menuDayId))
    .where(inArray(fulfilmentGroups.id, [...groupIds]))
  const lines = await app.db
    .select({
      groupId: orderLines.groupId,
      lineId: orderLines.id,
      dishId: orderLines.dishId,
      recipeVersionId: orderLines.recipeVersionId,
      name: orderLines.name,
      quantity: orderLines.quantity,
      allergens: orderLines.allergens,
    })
    .from(orderLines)
    .where(inArray(orderLines.groupId, [...groupIds]))
    .orderBy(asc(orderLines.id))
  const byGroup = grouped(lines, ({ groupId }) => groupId)
  return rows.map((row) => ({ ...row, lines: byGroup.get(row.groupId) ?? [] }))
}

/** The groups of a closed menu day that somebody must bring, and the slot they belong to. */
export async function groupsToDeliver(app: App, menuDayId: string) {
  const [slot] = await app.db.select().from(slots).where(eq(slots.menuDayId, menuDayId))
  if (!slot) return undefined
  const groups = await app.db
    .select({
      groupId: fulfilmentGroups.id,
      orderId: orders.id,
      number: orders.number,
      buildingId: orders.buildingId,
      communityId: orders.communityId,
      servicePointId: orders.servicePointId,
      boxes: fulfilmentGroups.boxes,
      code: fulfilmentGroups.handoverCode,
      /** All a courier learns of the name. */
      initial: sql<string>`left(${orders.contactName}, 1)`,
    })
    .from(fulfilmentGroups)
    .innerJoin(orders, eq(orders.id, fulfilmentGroups.orderId))
    .where(
      and(eq(fulfilmentGroups.menuDayId, menuDayId), inArray(fulfilmentGroups.status, ['placed', 'cooking', 'ready'])),
    )
    .orderBy(asc(fulfilmentGroups.id))
  return { slot, groups }
}

/** Portions firmly ordered of a site between two dates, per dish, recipe version, date and period. */
export const firmPortions = (app: App, { siteId, from, to }: { siteId: string; from: ServiceDate; to: ServiceDate }) =>
  app.db
    .select({
      serviceDate: fulfilmentGroups.serviceDate,
      period: fulfilmentGroups.period,
      dishId: orderLines.dishId,
      recipeVersionId: orderLines.recipeVersionId,
      portions: sql<number>`sum(${orderLines.quantity})::int`,
    })
    .from(orderLines)
    .innerJoin(fulfilmentGroups, eq(fulfilmentGroups.id, orderLines.groupId))
    .where(
      and(
        eq(fulfilmentGroups.siteId, siteId),
        gte(fulfilmentGroups.serviceDate, from),
        lte(fulfilmentGroups.serviceDate, to),
        inArray(fulfilmentGroups.status, ['placed', 'cooking', 'ready', 'on_the_way', 'delivered', 'failed']),
      ),
    )
    .groupBy(fulfilmentGroups.serviceDate, fulfilmentGroups.period, orderLines.dishId, orderLines.recipeVersionId)

/** Portions ordered per dish of one menu day. */
export const portionsByDish = (app: App, menuDayId: string) =>
  app.db
    .select({
      dishId: orderLines.dishId,
      recipeVersionId: orderLines.recipeVersionId,
      name: orderLines.name,
      portions: sql<number>`sum(${orderLines.quantity})::int`,
    })
    .from(orderLines)
    .innerJoin(fulfilmentGroups, eq(fulfilmentGroups.id, orderLines.groupId))
    .where(
      and(
        eq(fulfilmentGroups.menuDayId, menuDayId),
        inArray(fulfilmentGroups.status, ['placed', 'cooking', 'ready', 'on_the_way', 'delivered', 'failed']),
      ),
    )
    .groupBy(orderLines.dishId, orderLines.recipeVersionId, orderLines.name)
    .orderBy(orderLines.dishId)
