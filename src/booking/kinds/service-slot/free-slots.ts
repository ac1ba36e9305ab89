import { and, eq, inArray, sql } from 'drizzle-orm'
import { Refusal } from '../../../kernel/refusal'
import { addDays, dateIn, type ServiceDate } from '../../../kernel/time'
import type { App } from '../../../platform/app'
import { freeStarts } from '../../domain/availability'
import { openingBetween } from '../../domain/opening'
import { resourceUses, services } from '../../schema/resources'

export interface AskForSlots {
  readonly operatorIds: readonly string[]
  readonly serviceId: string
  /** Local days of the service, both included. */
  readonly from: ServiceDate
  readonly to: ServiceDate
}

const MINUTE = 60_000

/** The starts still free, ascending; two queries whatever the days and resources. @throws Refusal `not_found`. */
export async function freeSlots(app: App, { operatorIds, serviceId, from, to }: AskForSlots): Promise<Date[]> {
  const [service] = await app.db.select().from(services).where(eq(services.id, serviceId))
  if (!service || !operatorIds.includes(service.operatorId)) throw new Refusal('not_found')
  const { zone, minutes, bufferMinutes, stepMinutes, needs } = service
  const last = addDays(dateIn(zone, app.now()), service.horizonDays)
  const opening = openingBetween(service.opening, from, to < last ? to : last, zone)
  const [first] = opening
  if (!first) return []
  const origin = first.from.getTime()
  const minuteOf = (at: number) => (at - origin) / MINUTE
  const end = Math.max(...opening.map(({ to: closes }) => closes.getTime())) + bufferMinutes * MINUTE
  const busy = await busySpans(app, [...new Set(needs.flat())], first.from, new Date(end))
  const offered = {
    opening: opening.map((hours) => ({ from: minuteOf(hours.from.getTime()), to: minuteOf(hours.to.getTime()) })),
    minutes,
    buffer: bufferMinutes,
    step: stepMinutes,
    needs: needs.map((candidates) => ({ candidates: candidates.map((id) => busy.get(id) ?? NEVER) })),
  }
  const earliest = Math.floor(minuteOf(app.now().getTime())) + 1
  return freeStarts(offered, earliest).map((minute) => new Date(origin + minute * MINUTE))
}

const NEVER = new Int32Array(0)

/**
 * When resources are busy, as pairs of minutes since `from`, ascending. Sent as packed numbers: tens of thousands of rows
 * cost more on their way than to find.
 */
async function busySpans(
  app: App,
  resourceIds: readonly string[],
  from: Date,
  to: Date,
): Promise<Map<string, Int32Array>> {
  const minutes = (bound: 'lower' | 'upper') =>
    sql`int4send((extract(epoch from ${sql.raw(bound)}(${resourceUses.during}) - ${from.toISOString()}::timestamptz) / 60)::int)`
  const rows = await app.db
    .select({
      resourceId: resourceUses.resourceId,
      packed: sql<Buffer>`string_agg(${minutes('lower')} || ${minutes('upper')}, '' order by ${resourceUses.during})`,
    })
    .from(resourceUses)
    .where(
      and(
        inArray(resourceUses.resourceId, [...resourceIds]),
        eq(resourceUses.released, false),
        sql`${resourceUses.during} && ${`[${from.toISOString()},${to.toISOString()})`}::tstzrange`,
      ),
    )
    .groupBy(resourceUses.resourceId)
  return new Map(rows.map(({ resourceId, packed }) => [resourceId, numbersIn(packed)]))
}

const numbersIn = (packed: Buffer): Int32Array =>
  Int32Array.from({ length: packed.length / 4 }, (_, i) => packed.readInt32BE(i * 4))
