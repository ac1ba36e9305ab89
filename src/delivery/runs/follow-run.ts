import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import type { Told } from '../../platform/realtime'
import { isLate, journey } from '../domain/journey'
import { PER_BOX } from '../domain/stops'
import { drops } from '../schema/drops'
import { runs } from '../schema/runs'
import { stops } from '../schema/stops'
import { orderTopic, runsTopic } from '../topic'
import { raiseAlerts } from '../watch/raise-alerts'

export type Run = typeof runs.$inferSelect

/** Nobody looks at the clock for less. */
const WORTH_TELLING_MS = 60_000

/**
 * Predicts when the rest of a run is reached, from its progress and the clock, not from its plan; writes what changed by a
 * minute or more and raises an alert, once a stop, for what will miss its window. The caller holds the run's lock and
 * tells what is answered.
 */
export async function followRun(app: App, run: Run): Promise<Told[]> {
  const open = await openStops(app, run.id)
  if (open.length === 0) return []
  const { etas, returnAt } = predicted(run, open, app.now().getTime())
  const next = open.map((stop, i) => ({ ...stop, predicted: etas[i] ?? 0 }))
  const changed = next.filter(({ eta, predicted }) => !eta || Math.abs(eta.getTime() - predicted) >= WORTH_TELLING_MS)
  const late = next.filter(({ windowTo, predicted }) => isLate(predicted, windowTo.getTime()))
  const { operatorId, siteId, menuDayId, id: runId } = run
  const raised = await raiseAlerts(
    app,
    late.map(({ id: subjectId, predicted, windowTo }) => ({
      operatorId,
      siteId,
      menuDayId,
      kind: 'late' as const,
      subjectId,
      runId,
      detail: { minutes: Math.round((predicted - windowTo.getTime()) / 6e4) },
    })),
  )
  if (changed.length > 0) await write(app, runId, changed, returnAt)
  const news = changed.map(({ id: stopId, predicted }) => ({ stopId, eta: new Date(predicted).toISOString() }))
  const touched = next.filter((stop) => changed.includes(stop) || raised.subjects.includes(stop.id))
  return [
    ...raised.told,
    ...(news.length > 0
      ? [
          {
            topic: runsTopic(siteId),
            event: 'eta',
            data: { runId, etas: news, returnAt: new Date(returnAt).toISOString() },
          },
        ]
      : []),
    ...touched.flatMap((stop) => stop.groups.map(({ orderId, groupId }) => tellOrder(orderId, groupId))),
  ]
}

/** Says to whoever watches an order that its delivery changed. */
export const tellOrder = (orderId: string, groupId: string): Told => ({
  topic: orderTopic(orderId),
  event: 'delivery',
  data: { groupId },
})

type OpenStop = Awaited<ReturnType<typeof openStops>>[number]

/** The stops of a run where somebody still waits, in order, with what is left to hand over. */
export const openStops = ({ db }: App, runId: string) =>
  db
    .select({
      id: stops.id,
      lat: stops.lat,
      lon: stops.lon,
      eta: stops.eta,
      legSeconds: stops.legSeconds,
      gateSeconds: stops.gateSeconds,
      serviceSeconds: stops.serviceSeconds,
      windowFrom: stops.windowFrom,
      windowTo: stops.windowTo,
      useBy: stops.useBy,
      boxes: sql<number>`sum(${drops.boxes})::int`,
      /** Somebody was served here already. */
      begun: sql<boolean>`exists (select 1 from ${drops} d where d.stop_id = ${stops.id} and d.status in ('delivered', 'failed', 'stored'))`,
      groups: sql<
        { orderId: string; groupId: string }[]
      >`jsonb_agg(jsonb_build_object('orderId', ${drops.orderId}, 'groupId', ${drops.groupId}))`,
    })
    .from(stops)
    .innerJoin(drops, and(eq(drops.stopId, stops.id), eq(drops.status, 'waiting')))
    .where(eq(stops.runId, runId))
    .groupBy(stops.id)
    .orderBy(asc(stops.sequence))

/** Etas in milliseconds; what should have been reached before now is reached now. */
export function predicted(run: Run, open: readonly OpenStop[], now: number): { etas: number[]; returnAt: number } {
  const away = run.status === 'on_the_way'
  const left = (away ? run.leftSeconds : null) ?? open[0]?.legSeconds ?? 0
  const since = (away ? (run.progressAt ?? run.departedAt) : null)?.getTime() ?? Math.max(run.departAt.getTime(), now)
  const legs = open.map((stop, i) => ({
    legSeconds: i === 0 ? left : (stop.legSeconds ?? 0),
    serviceSeconds: stop.begun ? PER_BOX * stop.boxes : stop.serviceSeconds,
    windowFrom: stop.windowFrom.getTime(),
  }))
  return journey(Math.max(since, now - left * 1_000), legs, run.backSeconds)
}

async function write(app: App, runId: string, changed: readonly { id: string; predicted: number }[], returnAt: number) {
  const rows = changed.map(({ id, predicted }) => ({ id, eta: new Date(predicted) }))
  await app.db.execute(sql`
    update delivery.stops s set eta = p.eta
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p(id text, eta timestamptz) where s.id = p.id`)
  await app.db
    .update(runs)
    .set({ returnAt: new Date(returnAt) })
    .where(inArray(runs.id, [runId]))
}
