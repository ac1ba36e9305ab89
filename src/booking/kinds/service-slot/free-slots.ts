import { and, between, eq, inArray, sql } from 'drizzle-orm'
import { Refusal } from '../../../kernel/refusal'
import { addDays, dateIn, type ServiceDate } from '../../../kernel/time'
import type { App } from '../../../platform/app'
import { freeStarts } from '../../domain/availability'
import { openingBetween } from '../../domain/opening'
import { busyDays, services } from '../../schema/resources'

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
  if (opening.length === 0) return []
  const hours = opening.map((open) => ({ from: minuteOf(open.from), to: minuteOf(open.to) }))
  const end = Math.max(...hours.map((open) => open.to)) + bufferMinutes
  const busy = await busySpans(app, [...new Set(needs.flat())], hours[0]?.from ?? end, end)
  const offered = {
    opening: hours,
    minutes,
    buffer: bufferMinutes,
    step: stepMinutes,
    needs: needs.map((candidates) => ({ candidates: candidates.map((id) => busy.get(id) ?? NEVER) })),
  }
  const earliest = minuteOf(app.now()) + 1
  return freeStarts(offered, earliest).map((minute) => new Date(minute * MINUTE))
}

/** Whole minutes since 1970. */
const minuteOf = (at: Date): number => Math.floor(at.getTime() / MINUTE)

const NEVER = new Int32Array(0)
const DAY_MINUTES = 24 * 60

/** When resources are busy, as pairs of minutes since 1970, ascending; hundreds of packed days instead of thousands of uses. */
async function busySpans(
  app: App,
  resourceIds: readonly string[],
  from: number,
  to: number,
): Promise<Map<string, Int32Array>> {
  const packed = sql<Buffer>`string_agg(${busyDays.spans}, '' order by ${busyDays.day})`
  const within = between(busyDays.day, Math.floor(from / DAY_MINUTES), Math.floor(to / DAY_MINUTES))
  const rows = await app.db
    .select({ resourceId: busyDays.resourceId, packed })
    .from(busyDays)
    .where(and(inArray(busyDays.resourceId, [...resourceIds]), within))
    .groupBy(busyDays.resourceId)
  return new Map(rows.map((row) => [row.resourceId, numbersIn(row.packed)]))
}

/** Postgres sends big-endian; turned round once, the bytes are the numbers. */
function numbersIn(packed: Buffer): Int32Array {
  const own = Buffer.from(packed).swap32()
  return own.byteOffset % 4 === 0
    ? new Int32Array(own.buffer, own.byteOffset, own.length / 4)
    : Int32Array.from({ length: own.length / 4 }, (_, i) => own.readInt32LE(i * 4))
}
