import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import type { RoadTable } from '../../platform/road-matrix/port'
import { roadLegs } from '../schema/roads'

/** Maps are renewed about monthly; older legs are asked anew. */
const KEPT_DAYS = 30
const DAY_MS = 86_400_000

/**
 * Legs kept in Postgres, one row a pair: the same doors come back every day in ever other company, so whole matrices
 * would never be found again; and unlike Redis, which holds only jobs, it outlives a restart and serves every worker.
 */
export async function readLegs(app: App, source: string, keys: readonly number[], table: RoadTable): Promise<void> {
  const at = new Map(keys.map((key, i) => [key, i]))
  const freshAfter = new Date(app.now().getTime() - KEPT_DAYS * DAY_MS)
  const rows = await app.db
    .select({ from: roadLegs.from, to: roadLegs.to, metres: roadLegs.metres, seconds: roadLegs.seconds })
    .from(roadLegs)
    .where(
      and(
        eq(roadLegs.source, source),
        inArray(roadLegs.from, [...keys]),
        inArray(roadLegs.to, [...keys]),
        gt(roadLegs.measuredAt, freshAfter),
      ),
    )
  for (const { from, to, metres, seconds } of rows) {
    const cell = (at.get(from) ?? 0) * keys.length + (at.get(to) ?? 0)
    table.metres[cell] = metres
    table.seconds[cell] = seconds
  }
}

export interface Block {
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly table: RoadTable
}

/** Remembers the legs of one answer, in one statement whatever their number. */
export async function keepLegs(app: App, source: string, { from, to, table }: Block): Promise<void> {
  const pairs = from.flatMap((a, i) => to.map((b, j) => ({ a, b, cell: i * to.length + j })))
  const column = (values: readonly (number | undefined)[], type: string) =>
    sql`${sql.param(values)}::${sql.raw(type)}[]`
  await app.db.execute(sql`
    insert into delivery.road_legs (source, from_spot, to_spot, metres, seconds, measured_at)
    select ${source}, leg.a, leg.b, leg.metres, leg.seconds, ${app.now().toISOString()}
    from unnest(${column(
      pairs.map(({ a }) => a),
      'bigint',
    )}, ${column(
      pairs.map(({ b }) => b),
      'bigint',
    )}, ${column(
      pairs.map(({ cell }) => table.metres[cell]),
      'int',
    )}, ${column(
      pairs.map(({ cell }) => table.seconds[cell]),
      'int',
    )}) as leg (a, b, metres, seconds)
    on conflict (source, from_spot, to_spot) do update
      set metres = excluded.metres, seconds = excluded.seconds, measured_at = excluded.measured_at`)
}
