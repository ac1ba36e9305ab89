import { and, eq, inArray, isNull, ne, notExists, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { publish } from '../../platform/outbox'
import { tell, type Told } from '../../platform/realtime'
import { freeCompartments } from '../boxes/compartments'
import { DropClosed } from '../events'
import { drops } from '../schema/drops'
import { runs } from '../schema/runs'
import { stops } from '../schema/stops'
import { runsTopic } from '../topic'
import { followRun, openStops, type Run, tellOrder } from './follow-run'
import type { Drop } from './lock-run'

/** Where somebody said that a drop is done with: at its door, which is progress, or from afar, which is none. */
type Where = 'at_door' | 'from_afar'

/** Announces that a drop came to its end, for the resident, the books and the rest of the run. */
export async function dropClosed(
  app: App,
  run: Run,
  drop: Drop,
  outcome: 'delivered' | 'failed',
  where: Where = 'at_door',
): Promise<void> {
  const { id: dropId, groupId, orderId, operatorId } = drop
  await publish(app.db, DropClosed, { dropId, groupId, orderId, operatorId, outcome })
  await freeCompartments(app, [dropId])
  await dropMoved(app, run, drop, where)
}

/** The courier is done with a drop at its stop, for now or for good: the stop may be done, the run may be, ETAs follow. */
export async function dropMoved(app: App, run: Run, drop: Drop, where: Where = 'at_door'): Promise<void> {
  const { id: dropId, orderId, groupId, status } = drop
  const topic = runsTopic(run.siteId)
  const done = await finishRun(app, run.id)
  const goOn = () => (where === 'at_door' ? afterStop(app, run, drop) : followRun(app, run))
  const rest = done ? [] : await goOn()
  await tell(app.db, [
    { topic, event: 'drop', data: { runId: run.id, dropId, status } },
    ...(done ? [{ topic, event: 'run', data: { runId: run.id, status: 'done' } }] : []),
    tellOrder(orderId, groupId),
    ...rest,
  ])
}

/** From this door on: the way to the next stop begins now. */
async function afterStop(app: App, run: Run, { stopId }: Drop): Promise<Told[]> {
  await closeStops(app, run.id)
  const [next] = await openStops(app, run.id)
  const leftSeconds = next?.id === stopId ? 0 : (next?.legSeconds ?? 0)
  const progressAt = app.now()
  await app.db.update(runs).set({ progressAt, leftSeconds }).where(eq(runs.id, run.id))
  return followRun(app, { ...run, progressAt, leftSeconds })
}

/** Notes which stops of a run have nobody waiting any more. */
export async function closeStops(app: App, runId: string): Promise<void> {
  await app.db
    .update(stops)
    .set({ doneAt: app.now() })
    .where(and(eq(stops.runId, runId), isNull(stops.doneAt), notExists(stillAt(app, sql`${stops.id}`))))
}

const stillAt = ({ db }: App, stopId: ReturnType<typeof sql>) =>
  db
    .select({ one: sql`1` })
    .from(drops)
    .where(and(eq(drops.stopId, stopId), eq(drops.status, 'waiting')))

/** Ends a run when nobody waits for it and nothing on board asks for a decision. The caller holds the run's lock. */
export async function finishRun(app: App, runId: string): Promise<boolean> {
  const open = app.db
    .select({ one: sql`1` })
    .from(drops)
    .innerJoin(stops, eq(stops.id, drops.stopId))
    .where(and(eq(stops.runId, runId), inArray(drops.status, ['waiting', 'held'])))
  const ended = await app.db
    .update(runs)
    .set({ status: 'done', doneAt: app.now() })
    .where(and(eq(runs.id, runId), ne(runs.status, 'done'), notExists(open)))
    .returning({ id: runs.id })
  if (ended.length > 0) await closeStops(app, runId)
  return ended.length > 0
}
