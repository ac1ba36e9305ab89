import { eq, inArray } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tell } from '../../platform/realtime'
import { announceRuns } from '../planning/finish-plan'
import { bumpPlan, lockPlan } from '../planning/lock-plan'
import { placeStops } from '../planning/place-stops'
import { writeTours } from '../planning/write-tours'
import { runs } from '../schema/runs'
import { stops } from '../schema/stops'
import { runsTopic } from '../topic'
import type { Affected } from './affected'
import { type MoveStop, weighMove } from './weigh-move'

export interface ConfirmMove extends MoveStop {
  /** The version it was previewed on. */
  readonly version: number
  readonly actorId: string
}

/**
 * Moves a stop as it was previewed; a run without a stop left is taken away.
 * @throws Refusal `plan_changed`, `run_loaded`, `run_full`, `not_found`.
 */
export const moveStop = (
  app: App,
  { version, actorId, ...move }: ConfirmMove,
): Promise<{ version: number; affected: Affected[] }> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const [known] = await tx.select({ menuDayId: stops.menuDayId }).from(stops).where(eq(stops.id, move.stopId))
    if (!known) throw new Refusal('not_found')
    const plan = await lockPlan(tx, known.menuDayId, version)
    const { stop, relaid, affected, warnings } = await weighMove(within, plan, move)
    const target = relaid.find(({ run }) => run.id === move.runId)
    if (!target) throw new Refusal('not_found')
    if (warnings.includes('overload'))
      throw new Refusal('run_full', { room: target.capacity - target.tour.boxes + stop.boxes })

    const tours = relaid.map(({ run: { id }, tour }) => ({ id, ...tour }))
    await placeStops(tx, tours)
    await writeTours(tx, tours)
    await tx.update(stops).set({ wave: target.run.wave }).where(eq(stops.id, stop.id))
    const empty = tours.filter(({ places }) => places.length === 0).map(({ id }) => id)
    if (empty.length > 0) await tx.delete(runs).where(inArray(runs.id, empty))

    let next = 0
    for (const wave of new Set([stop.wave, target.run.wave])) next = await bumpPlan(tx, plan.menuDayId, wave)
    const { operatorId, siteId, menuDayId } = plan
    await announceRuns(tx, plan)
    await tell(tx, [{ topic: runsTopic(siteId), event: 'stop', data: { menuDayId, version: next } }])
    const detail = { from: stop.runId, to: move.runId, position: move.position, affected: affected.length }
    await note(within, { operatorId, actorId, action: 'delivery.move-stop', subject: stop.id, detail })
    return { version: next, affected: [...affected] }
  })
