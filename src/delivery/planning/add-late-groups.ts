import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { newId } from '../../platform/id'
import { nextPart } from '../boxes/append-stop'
import { useBy } from '../domain/hot-holding'
import { PER_BOX } from '../domain/stops'
import { type Window, windowFor } from '../domain/windows'
import { windowRules } from '../fleet/window-rules'
import { drops } from '../schema/drops'
import { waves } from '../schema/plans'
import { runs } from '../schema/runs'
import { stops } from '../schema/stops'
import { insertWaiting } from './insert-waiting'
import { dropRow, stopRow, stopWindow } from './lay-out-stops'
import { bumpPlan, lockPlan } from './lock-plan'
import type { BuildingToReach, GroupToDeliver, MenuDayToPlan } from './menu-day'
import { NOT_LOADED } from './read-wave'

/**
 * Orders that became firm after their menu day was laid out: they join a stop of their building that is not loaded and has
 * room, or become stops of their own, which are inserted at once. Orders that are known already change nothing.
 */
export const addLateGroups = (app: App, day: MenuDayToPlan, actorId: string): Promise<void> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const { menuDayId, operatorId } = day
    await lockPlan(tx, menuDayId)
    const ids = day.groups.map(({ groupId }) => groupId)
    const known = await tx.select({ id: drops.groupId }).from(drops).where(inArray(drops.groupId, ids))
    const late = day.groups.filter(({ groupId }) => !known.some(({ id }) => id === groupId))
    if (late.length === 0) return
    const rules = await windowRules(within, day)
    for (const group of late) {
      const building = day.buildings.get(group.buildingId)
      if (!building) throw new Error(`nothing is known of building ${group.buildingId}`)
      const doors = windowFor(day, rules, building.siteType)
      const window = stopWindow(doors, group.slot)
      const stopId =
        (await joinStop(within, menuDayId, group, window)) ?? (await addStop(within, day, group, building, window))
      await tx.insert(drops).values(dropRow(operatorId, stopId, group))
      await note(within, {
        operatorId,
        actorId,
        action: 'delivery.add-late-order',
        subject: group.groupId,
        detail: { stopId },
      })
    }
    await insertWaiting(within, { menuDayId, actorId })
  })

/** Puts the boxes onto a stop of the same building that is not loaded, when its vehicle has room. */
async function joinStop(
  { db }: App,
  menuDayId: string,
  { buildingId, boxes, chilled = 0, ambient = 0 }: GroupToDeliver,
  window: Window,
): Promise<string | undefined> {
  const vehicle = (field: string) => sql`(${runs.vehicle} ->> ${field})::int`
  const onBoard = (of: SQL) =>
    sql`(select coalesce(sum(${of}), 0) from ${drops} d join ${stops} s on s.id = d.stop_id
         where s.run_id = ${runs.id} and d.status <> 'void')`
  const hasRoom = sql`${runs.boxes} + ${boxes} <= ${vehicle('boxes')}
    and ${onBoard(sql`d.boxes - d.chilled - d.ambient`)} + ${boxes - chilled - ambient} <= ${vehicle('hotBoxes')}
    and ${onBoard(sql`d.chilled`)} + ${chilled} <= ${vehicle('chilledBoxes')}`
  const [stop] = await db
    .select({ id: stops.id, runId: stops.runId, wave: stops.wave })
    .from(stops)
    .leftJoin(runs, eq(runs.id, stops.runId))
    .where(
      and(
        eq(stops.menuDayId, menuDayId),
        eq(stops.buildingId, buildingId),
        eq(stops.windowFrom, window.from),
        eq(stops.windowTo, window.to),
        isNull(stops.doneAt),
        or(isNull(stops.runId), and(inArray(runs.status, [...NOT_LOADED]), hasRoom)),
      ),
    )
    .orderBy(stops.part)
    .limit(1)
  if (!stop) return undefined
  const more = {
    boxes: sql`${stops.boxes} + ${boxes}`,
    serviceSeconds: sql`${stops.serviceSeconds} + ${boxes * PER_BOX}`,
  }
  await db.update(stops).set(more).where(eq(stops.id, stop.id))
  if (stop.runId)
    await db
      .update(runs)
      .set({ boxes: sql`${runs.boxes} + ${boxes}` })
      .where(eq(runs.id, stop.runId))
  await bumpPlan(db, menuDayId, stop.wave)
  return stop.id
}

/** A stop of its own, of the wave its window lies in. What is ordered late is ready no earlier than now. */
async function addStop(app: App, day: MenuDayToPlan, group: GroupToDeliver, building: BuildingToReach, window: Window) {
  const { menuDayId } = day
  const part = await nextPart(app, menuDayId, group.buildingId)
  const { buildingId, boxes } = group
  const row = stopRow(day, { buildingId, part, boxes, parcels: [group] }, building, window)
  const readyAt = app.now() > day.servesFrom ? app.now() : day.servesFrom
  const id = newId('stp')
  const wave = await waveFor(app, day, window)
  await app.db.insert(stops).values({ ...row, id, wave, readyAt, useBy: useBy(readyAt) })
  return id
}

async function waveFor({ db }: App, { menuDayId, operatorId }: MenuDayToPlan, { from, to }: Window): Promise<number> {
  const there = await db.select().from(waves).where(eq(waves.menuDayId, menuDayId))
  const found = there.find((wave) => wave.from < to && wave.to > from)
  if (found) return found.wave
  const wave = Math.max(0, ...there.map(({ wave: number }) => number)) + 1
  // nothing else is in it: it needs no job of its own
  await db.insert(waves).values({ menuDayId, operatorId, wave, from, to, planned: 1 })
  return wave
}
