import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { type Reach, within } from '../reach'
import { countLines, counts } from '../schema/counting'
import { lots } from '../schema/stock'
import { ingredients } from '../schema/supply'

const MOST_ROWS = 200

export interface CountFilter {
  readonly reach: readonly Reach[]
  readonly siteId?: string | undefined
  readonly status?: (typeof counts.$inferSelect)['status'] | undefined
}

const row = {
  id: counts.id,
  operatorId: counts.operatorId,
  siteId: counts.siteId,
  status: counts.status,
  storage: counts.storage,
  openedAt: counts.openedAt,
  openedBy: counts.openedBy,
  postedAt: counts.postedAt,
  // names written out: a column of a query over one table is not qualified
  lines: sql<number>`(select count(*)::int from procurement.count_lines l where l.count_id = counts.id)`,
  counted: sql<number>`(select count(l.counted)::int from procurement.count_lines l where l.count_id = counts.id)`,
  /** Null until it is posted: who counts must not see it. */
  varianceMinor: sql<number | null>`case when counts.status = 'posted' then (
    select coalesce(sum(round(l.variance::numeric * t.cost_per_thousand / 1000)), 0)::int
    from procurement.count_lines l join procurement.lots t on t.id = l.lot_id where l.count_id = counts.id) end`,
}

/** Count sheets, the newest first. */
export const listCounts = (app: App, { reach, siteId, status }: CountFilter) =>
  app.db
    .select(row)
    .from(counts)
    .where(
      and(
        within(reach, counts),
        siteId ? eq(counts.siteId, siteId) : undefined,
        status ? eq(counts.status, status) : undefined,
      ),
    )
    .orderBy(desc(counts.openedAt), desc(counts.id))
    .limit(MOST_ROWS)

/** One sheet. What the books say is told only once it is posted. */
export async function countDetail(app: App, id: string) {
  const [count] = await app.db.select(row).from(counts).where(eq(counts.id, id))
  if (!count) return undefined
  const rows = await app.db
    .select({ line: countLines, lot: lots, item: ingredients })
    .from(countLines)
    .innerJoin(lots, eq(lots.id, countLines.lotId))
    .innerJoin(ingredients, eq(ingredients.id, lots.ingredientId))
    .where(eq(countLines.countId, id))
    .orderBy(asc(ingredients.storage), asc(lots.ingredientId), asc(lots.expiresOn), asc(lots.id))
  const posted = count.status === 'posted'
  const lines = rows.map(({ line, lot, item }) => ({
    id: line.id,
    lotId: lot.id,
    lotCode: lot.code,
    expiresOn: lot.expiresOn,
    ingredientId: item.id,
    ingredient: item.name,
    unit: item.unit,
    storage: item.storage,
    counted: line.counted,
    again: line.again,
    expected: posted ? line.expected : null,
    variance: posted ? line.variance : null,
    varianceMinor: posted ? Math.round(((line.variance ?? 0) * lot.costPerThousand) / 1_000) : null,
  }))
  return { ...count, lines }
}
