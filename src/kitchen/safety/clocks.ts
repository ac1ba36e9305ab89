import { and, asc, eq, gte, inArray, isNotNull, or, sql } from 'drizzle-orm'
import type { Text } from '../../kernel/text'
import type { App } from '../../platform/app'
import { type BatchClock, batchClock } from '../domain/safety/batch-clock'
import { batches } from '../schema/batches'
import { holdings, readings } from '../schema/safety'
import { batchPortions } from '../schema/transfers'
import { type Policy, policiesOf } from './policy-of'

export interface ClockedBatch extends BatchClock {
  readonly id: string
  readonly operatorId: string
  /** Where it was cooked: its rules go with it. */
  readonly siteId: string
  readonly menuDayId: string
  readonly dishId: string
  readonly name: Text
  readonly sequence: number
  readonly portions: number
  readonly cookedAt: Date
}

/** Older food is nobody's supper. */
const SHOWN_MS = 4 * 86_400_000

/** The clocks of what was cooked at a site or brought to it, of the last days, the first to go first. */
export async function clocksAt(app: App, siteId: string): Promise<ClockedBatch[]> {
  const brought = app.db
    .select({ id: batchPortions.batchId })
    .from(batchPortions)
    .where(eq(batchPortions.siteId, siteId))
  const rows = await app.db
    .select()
    .from(batches)
    .where(
      and(
        or(eq(batches.siteId, siteId), inArray(batches.id, brought)),
        gte(batches.cookedAt, new Date(app.now().getTime() - SHOWN_MS)),
      ),
    )
    .orderBy(asc(batches.cookedAt), asc(batches.id))
  return clockedAt(app, rows, () => app.now())
}

/** The clocks of all cooked batches of some dishes of menu days, as they stand at an instant. */
export async function clocksOfDishes(
  app: App,
  served: readonly { readonly menuDayId: string; readonly dishId: string }[],
  at: Date,
): Promise<ClockedBatch[]> {
  const days = served.map(({ menuDayId }) => menuDayId)
  const dishes = served.map(({ dishId }) => dishId)
  const rows = await app.db
    .select()
    .from(batches)
    .where(
      and(
        isNotNull(batches.cookedAt),
        sql`(${batches.menuDayId}, ${batches.dishId}) in (select * from unnest(${sql.param(days)}::text[], ${sql.param(dishes)}::text[]))`,
      ),
    )
  return clockedAt(app, rows, () => at)
}

/** Whether a batch was cooked at a site or brought to it. */
export async function isBatchAt(app: App, batchId: string, siteId: string): Promise<boolean> {
  const here = sql`exists (select 1 from kitchen.batch_portions p where p.batch_id = ${batchId} and p.site_id = ${siteId})`
  const [found] = await app.db
    .select({ id: batches.id })
    .from(batches)
    .where(and(eq(batches.id, batchId), or(eq(batches.siteId, siteId), here)))
  return found !== undefined
}

/** The clocks of some batches as they stand now; those not cooked are left out. */
export async function clocksOf(app: App, batchIds: readonly string[]): Promise<ClockedBatch[]> {
  const rows = await app.db
    .select()
    .from(batches)
    .where(and(inArray(batches.id, [...batchIds]), isNotNull(batches.cookedAt)))
  return clockedAt(app, rows, () => app.now())
}

/** The clock of one batch now; undefined when it is not cooked or not there. */
export async function clockOf(app: App, batchId: string): Promise<ClockedBatch | undefined> {
  const [clock] = await clocksOf(app, [batchId])
  return clock
}

async function clockedAt(
  app: App,
  rows: readonly (typeof batches.$inferSelect)[],
  now: () => Date,
): Promise<ClockedBatch[]> {
  const ids = rows.map(({ id }) => id)
  const policies = await policiesOf(app, [...new Set(rows.map(({ siteId }) => siteId))])
  const befell = await app.db
    .select()
    .from(holdings)
    .where(inArray(holdings.batchId, ids))
    .orderBy(holdings.at, holdings.id)
  const measured = await app.db.select().from(readings).where(inArray(readings.batchId, ids)).orderBy(readings.at)
  return rows.flatMap((row) => {
    const { id, operatorId, siteId, menuDayId, dishId, name, sequence, portions, cookedAt } = row
    if (!cookedAt) return []
    const { holding, limits }: Policy = policies(siteId)
    const own = <T extends { readonly batchId: string | null }>(all: readonly T[]) =>
      all.filter(({ batchId }) => batchId === id)
    const clock = batchClock({ cookedAt, holding, befell: own(befell), readings: own(measured) }, limits, now())
    return [{ id, operatorId, siteId, menuDayId, dishId, name, sequence, portions, cookedAt, ...clock }]
  })
}
