import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { Text } from '../../kernel/text'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { POSITIVE_FROM } from '../domain/satisfaction'
import { fulfilmentGroups, orderLines } from '../schema/orders'
import { ratings, satisfactionAlerts } from '../schema/ratings'

export interface RatedDays {
  readonly operatorIds: readonly string[]
  /** Service dates, both included. */
  readonly from: ServiceDate
  readonly to: ServiceDate
}

const count = sql<number>`count(*)::int`
const positive = sql<number>`(count(*) filter (where ${ratings.score} >= ${POSITIVE_FROM}))::int`

const within = ({ operatorIds, from, to }: RatedDays) =>
  and(inArray(ratings.operatorId, [...operatorIds]), gte(ratings.serviceDate, from), lte(ratings.serviceDate, to))

/** Ratings by tenant, kitchen and community; every other roll-up is a sum of these. */
export const ratingsByPlace = (app: App, days: RatedDays) =>
  app.db
    .select({
      operatorId: ratings.operatorId,
      siteId: ratings.siteId,
      communityId: ratings.communityId,
      count,
      positive,
    })
    .from(ratings)
    .where(within(days))
    .groupBy(ratings.operatorId, ratings.siteId, ratings.communityId)

/** Ratings by dish, with the name it was sold under last. */
export const ratingsByDish = (app: App, days: RatedDays) =>
  app.db
    .select({
      operatorId: ratings.operatorId,
      dishId: sql<string>`${ratings.dishId}`,
      name: sql<Text>`(array_agg(${orderLines.name} order by ${ratings.ratedAt} desc))[1]`,
      count,
      positive,
    })
    .from(ratings)
    .innerJoin(orderLines, eq(orderLines.id, ratings.subject))
    .where(and(within(days), isNotNull(ratings.dishId)))
    .groupBy(ratings.operatorId, ratings.dishId)
    .orderBy(asc(sql`${positive}::numeric / ${count}`), desc(count))

/** What a person said of one order. */
export const ownRatings = (app: App, orderId: string, personId: string) =>
  app.db
    .select({ groupId: ratings.groupId, subject: ratings.subject, score: ratings.score, comment: ratings.comment })
    .from(ratings)
    .innerJoin(fulfilmentGroups, eq(fulfilmentGroups.id, ratings.groupId))
    .where(and(eq(fulfilmentGroups.orderId, orderId), eq(ratings.personId, personId)))

/** What somebody should look at, newest first. */
export const openAlerts = (app: App, operatorIds: readonly string[]) =>
  app.db
    .select()
    .from(satisfactionAlerts)
    .where(and(inArray(satisfactionAlerts.operatorId, [...operatorIds]), isNull(satisfactionAlerts.closedAt)))
    .orderBy(desc(satisfactionAlerts.raisedAt))
