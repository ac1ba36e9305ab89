import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { newId } from '../../platform/id'
import { tell } from '../../platform/realtime'
import { nextPart } from '../boxes/append-stop'
import { PER_BOX } from '../domain/stops'
import { bumpPlan, lockPlan } from '../planning/lock-plan'
import { NOT_LOADED } from '../planning/read-wave'
import { drops } from '../schema/drops'
import { runs } from '../schema/runs'
import { stops } from '../schema/stops'
import { runsTopic } from '../topic'

export interface SplitStop {
  readonly stopId: string
  readonly dropIds: readonly string[]
  readonly version: number
  readonly actorId: string
}

/**
 * Takes some orders of a stop out into a stop of its own, next on the same run: from there it can be moved.
 * @throws Refusal `plan_changed`, `run_loaded`, `not_found` (an order that is not there, or all of them).
 */
export const splitStop = (app: App, { stopId, dropIds, version, actorId }: SplitStop) =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const [known] = await tx.select({ menuDayId: stops.menuDayId }).from(stops).where(eq(stops.id, stopId))
    if (!known) throw new Refusal('not_found')
    await lockPlan(tx, known.menuDayId, version)
    const [found] = await tx
      .select({ stop: stops, status: runs.status })
      .from(stops)
      .leftJoin(runs, eq(runs.id, stops.runId))
      .where(eq(stops.id, stopId))
    if (!found) throw new Refusal('not_found')
    if (found.status && !NOT_LOADED.some((status) => status === found.status)) throw new Refusal('run_loaded')
    const { stop } = found

    const id = newId('stp')
    const moved = await tx
      .update(drops)
      .set({ stopId: id })
      .where(and(eq(drops.stopId, stopId), inArray(drops.id, [...dropIds]), eq(drops.status, 'waiting')))
      .returning({ boxes: drops.boxes })
    const boxes = moved.reduce((sum, drop) => sum + drop.boxes, 0)
    if (moved.length !== new Set(dropIds).size || boxes >= stop.boxes) throw new Refusal('not_found')

    const { runId, sequence } = stop
    if (runId && sequence !== null)
      await tx
        .update(stops)
        .set({ sequence: sql`${stops.sequence} + 1` })
        .where(and(eq(stops.runId, runId), gt(stops.sequence, sequence)))
    const part = await nextPart(within, stop.menuDayId, stop.buildingId)
    const rest = { boxes: stop.boxes - boxes, serviceSeconds: stop.serviceSeconds - boxes * PER_BOX }
    await tx.update(stops).set(rest).where(eq(stops.id, stopId))
    await tx.insert(stops).values({
      ...stop,
      id,
      part,
      boxes,
      pinned: false,
      sequence: sequence === null ? null : sequence + 1,
      legSeconds: sequence === null ? null : 0,
      serviceSeconds: boxes * PER_BOX,
      eta: stop.eta && new Date(stop.eta.getTime() + rest.serviceSeconds * 1e3),
    })
    const { operatorId, siteId, menuDayId, wave } = stop
    const next = await bumpPlan(tx, menuDayId, wave)
    await tell(tx, [{ topic: runsTopic(siteId), event: 'stop', data: { menuDayId, version: next } }])
    const detail = { to: id, boxes }
    await note(within, { operatorId, actorId, action: 'delivery.split-stop', subject: stopId, detail })
    return { version: next, stopId: id }
  })
