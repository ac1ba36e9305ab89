import { and, eq, inArray, sql } from 'drizzle-orm'
import type { ServiceDate } from '../kernel/time'
import type { App } from '../platform/app'
import { batches } from './schema/batches'
import { tickets } from './schema/tickets'

/** Batches of some menu days by state. */
export const batchesByState = (app: App, menuDayIds: readonly string[]) =>
  app.db
    .select({
      siteId: batches.siteId,
      menuDayId: batches.menuDayId,
      status: batches.status,
      batches: sql<number>`count(*)::int`,
      portions: sql<number>`sum(${batches.portions})::int`,
    })
    .from(batches)
    .where(inArray(batches.menuDayId, [...menuDayIds]))
    .groupBy(batches.siteId, batches.menuDayId, batches.status)

/** Open tickets that are past their due time, per menu day. */
export const lateTickets = (app: App, operatorIds: readonly string[], date: ServiceDate) =>
  app.db
    .select({ menuDayId: tickets.menuDayId, late: sql<number>`count(*)::int` })
    .from(tickets)
    .where(
      and(
        inArray(tickets.operatorId, [...operatorIds]),
        eq(tickets.serviceDate, date),
        eq(tickets.status, 'open'),
        sql`${tickets.dueAt} < ${app.now().toISOString()}::timestamptz`,
      ),
    )
    .groupBy(tickets.menuDayId)
