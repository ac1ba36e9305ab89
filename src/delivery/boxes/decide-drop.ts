import { and, eq, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { Text } from '../../kernel/text'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tell } from '../../platform/realtime'
import type { PointKind } from '../domain/failure'
import { lockPlan } from '../planning/lock-plan'
import { dropClosed } from '../runs/close-drop'
import { followRun, openStops, type Run, tellOrder } from '../runs/follow-run'
import { type Drop, lockRunOf } from '../runs/lock-run'
import { drops } from '../schema/drops'
import { runs } from '../schema/runs'
import { stops } from '../schema/stops'
import { runsTopic } from '../topic'
import { appendStop, type OtherPlace } from './append-stop'
import { keepCompartments } from './compartments'

/** Another point of hand-over, as places knows it. */
export interface OtherPoint {
  readonly servicePointId: string
  readonly kind: PointKind
  readonly point: Text
  readonly building: OtherPlace
}

export type Decision =
  | { readonly decision: 'retry_later' | 'return_to_kitchen' }
  | { readonly decision: 'move_to_point'; readonly to: OtherPoint }

export type DecideDrop = { readonly dropId: string; readonly actorId: string } & Decision

/**
 * Somebody has called, or decides without: the box held on board comes again at the end of the same run, goes to another
 * point, or goes back to the kitchen.
 * @throws Refusal `drop_not_held`, `locker_full`, and what `lockRunOf` refuses.
 */
export const decideDrop = (app: App, asked: DecideDrop): Promise<void> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const { dropId, actorId, decision } = asked
    await lockPlanOf(within, dropId)
    const { run, drop } = await lockRunOf(tx, dropId)
    if (drop.status !== 'held') throw new Refusal('drop_not_held')
    if (decision === 'return_to_kitchen') {
      const [back] = await tx
        .update(drops)
        .set({ status: 'failed', nextAction: decision, closedAt: app.now() })
        .where(and(eq(drops.id, dropId), eq(drops.status, 'held')))
        .returning()
      if (back) await dropClosed(within, run, back, 'failed', 'from_afar')
    } else await comeAgain(within, run, drop, asked.decision === 'move_to_point' ? asked.to : undefined)
    const { operatorId } = drop
    await note(within, { operatorId, actorId, action: 'delivery.decide-drop', subject: dropId, detail: { decision } })
  })

/** Further stops of a building are numbered under the plan's lock, which always comes before a run's. */
async function lockPlanOf({ db }: App, dropId: string): Promise<void> {
  const [stop] = await db
    .select({ menuDayId: stops.menuDayId })
    .from(stops)
    .innerJoin(drops, eq(drops.stopId, stops.id))
    .where(eq(drops.id, dropId))
  if (!stop) throw new Refusal('not_found')
  await lockPlan(db, stop.menuDayId)
}

async function comeAgain(app: App, run: Run, drop: Drop, to: OtherPoint | undefined): Promise<void> {
  const { id: dropId, boxes } = drop
  const [from] = await app.db.select().from(stops).where(eq(stops.id, drop.stopId))
  if (!from) throw new Refusal('not_found')
  if (to?.kind === 'locker') await requireCompartment(app, { ...drop, servicePointId: to.servicePointId })
  const wasLast = (await openStops(app, run.id)).length === 0
  const stopId = await appendStop(app, run, from, boxes, to?.building)
  await app.db
    .update(stops)
    .set({ boxes: sql`${stops.boxes} - ${boxes}` })
    .where(eq(stops.id, from.id))
  const point = to ? { servicePointId: to.servicePointId, point: to.point, pointKind: to.kind } : {}
  const nextAction = to ? ('move_to_point' as const) : ('retry_later' as const)
  await app.db
    .update(drops)
    .set({ ...point, stopId, status: 'waiting', nextAction, actedAt: app.now() })
    .where(and(eq(drops.id, dropId), eq(drops.status, 'held')))
  const told = await followRun(app, wasLast ? await setOutAgain(app, run) : run)
  await tell(app.db, [
    { topic: runsTopic(run.siteId), event: 'drop', data: { runId: run.id, dropId, status: 'waiting' } },
    tellOrder(drop.orderId, drop.groupId),
    ...told.filter(({ data }) => !isSameGroup(data, drop.groupId)),
  ])
}

const isSameGroup = (data: unknown, groupId: string): boolean =>
  typeof data === 'object' && data !== null && 'groupId' in data && data.groupId === groupId

async function requireCompartment(app: App, drop: Drop): Promise<void> {
  if ((await keepCompartments(app, [drop])).length > 0) throw new Refusal('locker_full')
}

/** There was nothing left to drive to: the way to the new stop begins now. */
async function setOutAgain(app: App, run: Run): Promise<Run> {
  const [next] = await openStops(app, run.id)
  const progress = { progressAt: app.now(), leftSeconds: next?.legSeconds ?? 0 }
  await app.db.update(runs).set(progress).where(eq(runs.id, run.id))
  return { ...run, ...progress }
}
