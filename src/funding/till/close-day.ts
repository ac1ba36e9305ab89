import { and, desc, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { TILL_PAYMENTS, type TillPayment, tillDays, tillSales } from '../schema/till'
import { lockDay } from './lock-day'

/** What a till did on a day, newest sale first; amounts in minor units. */
export async function showTillDay(app: App, siteId: string, day: ServiceDate) {
  const sales = await app.db
    .select()
    .from(tillSales)
    .where(and(eq(tillSales.siteId, siteId), eq(tillSales.day, day)))
    .orderBy(desc(tillSales.soldAt))
  const [closed] = await app.db
    .select()
    .from(tillDays)
    .where(and(eq(tillDays.siteId, siteId), eq(tillDays.day, day)))
  return { sales, totals: totalsOf(sales), closed: closed ?? null }
}

/** What was paid by payment type, without what was voided. */
function totalsOf(sales: readonly (typeof tillSales.$inferSelect)[]): Record<TillPayment, number> {
  const totals = Object.fromEntries(TILL_PAYMENTS.map((payment) => [payment, 0])) as Record<TillPayment, number>
  for (const { payment, paidMinor, voidedAt } of sales) if (!voidedAt) totals[payment] += paidMinor
  return totals
}

export interface CloseTillDay {
  readonly operatorId: string
  readonly siteId: string
  readonly day: ServiceDate
  /** The cash in the drawer, counted. */
  readonly countedMinor: number
  readonly by: string
}

/** Closes a till's day with its totals and what was counted, once. @throws Refusal `till_closed`. */
export const closeTillDay = (app: App, { operatorId, siteId, day, countedMinor, by }: CloseTillDay) =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    await lockDay(within, siteId, day, 'alone')
    const { totals } = await showTillDay(within, siteId, day)
    const [closed] = await tx
      .insert(tillDays)
      .values({ siteId, day, operatorId, totals, countedMinor, closedBy: by, closedAt: app.now() })
      .onConflictDoNothing()
      .returning()
    if (!closed) throw new Refusal('till_closed')
    const detail = { day, countedMinor, ...totals }
    await note(within, { operatorId, actorId: by, action: 'funding.close-till-day', subject: siteId, detail })
    return showTillDay(within, siteId, day)
  })
