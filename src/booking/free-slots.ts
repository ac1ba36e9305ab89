import { and, eq, inArray, sql } from 'drizzle-orm'
import { Refusal } from '../kernel/refusal'
import { addDays, dateIn, type ServiceDate } from '../kernel/time'
import type { App } from '../platform/app'
import { freeStarts, type Span } from './domain/availability'
import { openingOn } from './domain/opening'
import { resourceUses, services } from './schema/resources'

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
  const days = daysBetween(from, to < last ? to : last)
  const opening = days.flatMap((date) => openingOn(service.opening, date, zone))
  const [first] = opening
  if (!first) return []
  const origin = first.from.getTime()
  const end = Math.max(...opening.map(({ to: closes }) => closes.getTime()))
  const minuteOf = (at: number) => (at - origin) / MINUTE

  const during = `[${first.from.toISOString()},${new Date(end + bufferMinutes * MINUTE).toISOString()})`
  const rows = await app.db
    .select({
      resourceId: resourceUses.resourceId,
      from: sql<number>`extract(epoch from lower(${resourceUses.during}))::float8 * 1000`,
      to: sql<number>`extract(epoch from upper(${resourceUses.during}))::float8 * 1000`,
    })
    .from(resourceUses)
    .where(
      and(
        inArray(resourceUses.resourceId, [...new Set(needs.flat())]),
        eq(resourceUses.released, false),
        sql`${resourceUses.during} && ${during}::tstzrange`,
      ),
    )
  const busy = new Map<string, Span[]>()
  for (const row of rows) {
    const span = { from: minuteOf(row.from), to: minuteOf(row.to) }
    const known = busy.get(row.resourceId)
    if (known) known.push(span)
    else busy.set(row.resourceId, [span])
  }
  const offered = {
    opening: opening.map((hours) => ({ from: minuteOf(hours.from.getTime()), to: minuteOf(hours.to.getTime()) })),
    minutes,
    buffer: bufferMinutes,
    step: stepMinutes,
    needs: needs.map((candidates) => ({ candidates: candidates.map((id) => busy.get(id) ?? []) })),
  }
  const earliest = Math.floor(minuteOf(app.now().getTime())) + 1
  return freeStarts(offered, earliest).map((minute) => new Date(origin + minute * MINUTE))
}

function daysBetween(from: ServiceDate, to: ServiceDate): ServiceDate[] {
  const days: ServiceDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
