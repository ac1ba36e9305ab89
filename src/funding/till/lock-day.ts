import { and, eq, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { tillDays } from '../schema/till'

/** Sales hold a till's day together, closing it holds it alone: nothing slips in behind a count. */
export async function lockDay(app: App, siteId: string, day: ServiceDate, how: 'together' | 'alone'): Promise<void> {
  const key = sql`hashtext(${`till:${siteId}:${day}`})`
  await app.db.execute(
    how === 'alone' ? sql`select pg_advisory_xact_lock(${key})` : sql`select pg_advisory_xact_lock_shared(${key})`,
  )
}

/** @throws Refusal `till_closed`. */
export async function requireOpen(app: App, siteId: string, day: ServiceDate): Promise<void> {
  const [closed] = await app.db
    .select({ day: tillDays.day })
    .from(tillDays)
    .where(and(eq(tillDays.siteId, siteId), eq(tillDays.day, day)))
  if (closed) throw new Refusal('till_closed')
}
