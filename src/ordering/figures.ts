import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import type { GroupStatus } from '../kernel/order-status'
import type { MealPeriod, ServiceDate } from '../kernel/time'
import type { App } from '../platform/app'
import { fulfilmentGroups, orders } from './schema/orders'
import { slots } from './schema/slots'

export interface Day {
  readonly operatorIds: readonly string[]
  readonly date: ServiceDate
}

const firm = inArray(fulfilmentGroups.status, ['placed', 'cooking', 'ready', 'on_the_way', 'delivered', 'failed'])
const onDay = ({ operatorIds, date }: Day) =>
  and(inArray(fulfilmentGroups.operatorId, [...operatorIds]), eq(fulfilmentGroups.serviceDate, date))

/** Firm groups of a day by site, period and state. */
export const groupsByState = (app: App, day: Day) =>
  app.db
    .select({
      siteId: fulfilmentGroups.siteId,
      menuDayId: fulfilmentGroups.menuDayId,
      period: fulfilmentGroups.period,
      status: fulfilmentGroups.status,
      orders: sql<number>`count(*)::int`,
      boxes: sql<number>`sum(${fulfilmentGroups.boxes})::int`,
    })
    .from(fulfilmentGroups)
    .where(and(onDay(day), firm))
    .groupBy(fulfilmentGroups.siteId, fulfilmentGroups.menuDayId, fulfilmentGroups.period, fulfilmentGroups.status)

/** What a day's firm orders come to. An order that spans days counts where its first group is served. */
export async function revenueOfDay(app: App, day: Day): Promise<{ orders: number; totalMinor: number }> {
  const [row] = await app.db
    .select({
      orders: sql<number>`count(*)::int`,
      totalMinor: sql<number>`coalesce(sum(${orders.totalMinor}), 0)::int`,
    })
    .from(orders)
    .where(
      sql`exists (select 1 from ${fulfilmentGroups} where ${and(onDay(day), firm)} and ${fulfilmentGroups.orderId} = ${orders.id})`,
    )
  return row ?? { orders: 0, totalMinor: 0 }
}

/** Orders and boxes per community: how dense the day is. */
export const ordersByCommunity = (app: App, day: Day) =>
  app.db
    .select({
      communityId: orders.communityId,
      orders: sql<number>`count(*)::int`,
      boxes: sql<number>`sum(${fulfilmentGroups.boxes})::int`,
      buildings: sql<number>`count(distinct ${orders.buildingId})::int`,
    })
    .from(fulfilmentGroups)
    .innerJoin(orders, eq(orders.id, fulfilmentGroups.orderId))
    .where(and(onDay(day), firm))
    .groupBy(orders.communityId)

/** The meals of a day and when they close. */
export const slotsOfDay = (app: App, { operatorIds, date }: Day) =>
  app.db
    .select()
    .from(slots)
    .where(and(inArray(slots.operatorId, [...operatorIds]), eq(slots.serviceDate, date)))
    .orderBy(slots.servesFrom, slots.siteId)

/** When the next open menu of some tenants closes, and when their next meal is served. */
export async function nextMoments(
  app: App,
  operatorIds: readonly string[],
): Promise<{ cutoffAt: Date | null; servesFrom: Date | null }> {
  const next = async (moment: typeof slots.cutoffAt | typeof slots.servesFrom) => {
    const coming = and(inArray(slots.operatorId, [...operatorIds]), gt(moment, app.now()))
    const [row] = await app.db.select({ at: moment }).from(slots).where(coming).orderBy(moment).limit(1)
    return row?.at ?? null
  }
  const [cutoffAt, servesFrom] = await Promise.all([next(slots.cutoffAt), next(slots.servesFrom)])
  return { cutoffAt, servesFrom }
}

export interface DayOrder {
  readonly groupId: string
  readonly orderId: string
  readonly number: string
  readonly siteId: string
  readonly communityId: string
  readonly buildingId: string
  readonly period: MealPeriod
  readonly status: GroupStatus
  readonly receivedAt: Date
  readonly boxes: number
  readonly totalMinor: number
  readonly currency: string
}

const LIST_LENGTH = 500

/** The newest orders of a day, without anybody's name or number. */
export const ordersOfDay = (app: App, day: Day): Promise<DayOrder[]> =>
  app.db
    .select({
      groupId: fulfilmentGroups.id,
      orderId: orders.id,
      number: orders.number,
      siteId: fulfilmentGroups.siteId,
      communityId: orders.communityId,
      buildingId: orders.buildingId,
      period: fulfilmentGroups.period,
      status: fulfilmentGroups.status,
      receivedAt: orders.receivedAt,
      boxes: fulfilmentGroups.boxes,
      totalMinor: orders.totalMinor,
      currency: orders.currency,
    })
    .from(fulfilmentGroups)
    .innerJoin(orders, eq(orders.id, fulfilmentGroups.orderId))
    .where(onDay(day))
    .orderBy(sql`${orders.receivedAt} desc`)
    .limit(LIST_LENGTH)
