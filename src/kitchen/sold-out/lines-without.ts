import { and, eq } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { soldOutLines } from '../schema/service'

/** Order lines of a menu day that go without: they get their money back, whether ordering has heard of it yet or not. */
export async function linesWithout(app: App, menuDayId: string): Promise<Set<string>> {
  const rows = await app.db
    .select({ id: soldOutLines.lineId })
    .from(soldOutLines)
    .where(and(eq(soldOutLines.menuDayId, menuDayId), eq(soldOutLines.outcome, 'refunded')))
  return new Set(rows.map(({ id }) => id))
}
