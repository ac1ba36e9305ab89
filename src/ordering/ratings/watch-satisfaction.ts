import { and, gte, inArray, isNull, sql } from 'drizzle-orm'
import { addDays, dateIn } from '../../kernel/time'
import type { App } from '../../platform/app'
import { newId } from '../../platform/id'
import { type Counted, isLow, POSITIVE_FROM } from '../domain/satisfaction'
import { ratings, satisfactionAlerts } from '../schema/ratings'

/** Older meals say nothing about today's kitchen. */
const DAYS = 90

interface Subject extends Counted {
  readonly operatorId: string
  readonly kind: typeof satisfactionAlerts.$inferInsert.kind
  readonly subjectId: string
}

/** Raises one alert for each tenant, kitchen, community and dish that fell below the threshold, and closes those that are back. */
export const watchSatisfaction = (app: App): Promise<void> =>
  app.db.transaction(async (tx) => {
    const since = addDays(dateIn('UTC', app.now()), -DAYS)
    const { rows } = await tx.execute<Subject & Record<string, unknown>>(sql`
      select ${ratings.operatorId} as "operatorId", s.kind, s.id as "subjectId", count(*)::int as count,
             (count(*) filter (where ${ratings.score} >= ${POSITIVE_FROM}))::int as positive
      from ${ratings} cross join lateral (values
        ('operator', ${ratings.operatorId}), ('site', ${ratings.siteId}), ('community', ${ratings.communityId}), ('dish', ${ratings.dishId})
      ) as s(kind, id)
      where ${gte(ratings.serviceDate, since)} and s.id is not null
      group by 1, 2, 3`)
    const low = rows.filter(isLow)
    const at = app.now()
    const alerts = low.map((subject) => ({ id: newId('sat'), ...subject, raisedAt: at }))
    // the open alert of a subject stays the one there is
    if (alerts.length > 0) await tx.insert(satisfactionAlerts).values(alerts).onConflictDoNothing()
    const open = await tx.select().from(satisfactionAlerts).where(isNull(satisfactionAlerts.closedAt))
    const back = open.filter(
      ({ operatorId, kind, subjectId }) =>
        !low.some((one) => one.operatorId === operatorId && one.kind === kind && one.subjectId === subjectId),
    )
    if (back.length === 0) return
    const ids = back.map(({ id }) => id)
    const closing = and(inArray(satisfactionAlerts.id, ids), isNull(satisfactionAlerts.closedAt))
    await tx.update(satisfactionAlerts).set({ closedAt: at }).where(closing)
  })
