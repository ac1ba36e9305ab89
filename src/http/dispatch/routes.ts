import { moveStop } from '../../delivery/board/move-stop'
import { pinStop } from '../../delivery/board/pin-stop'
import { previewMove } from '../../delivery/board/preview-move'
import { ownerOfPlan, readBoard } from '../../delivery/board/read-board'
import { readDays } from '../../delivery/board/read-days'
import { splitStop } from '../../delivery/board/split-stop'
import { isCourierOf } from '../../delivery/fleet/skills-of'
import { ownerOfVehicle, setVehicle } from '../../delivery/fleet/set-vehicle'
import { insertWaiting } from '../../delivery/planning/insert-waiting'
import { replan } from '../../delivery/planning/replan'
import { ownerOfRun, ownerOfStop, runById, runsVersion } from '../../delivery/queries'
import { assignRun } from '../../delivery/runs/assign-run'
import { stopRun } from '../../delivery/runs/stop-run'
import { runsTopic } from '../../delivery/topic'
import { Refusal } from '../../kernel/refusal'
import { dateIn } from '../../kernel/time'
import { namesOf } from '../../people/queries'
import { siteById } from '../../places/queries'
import type { App } from '../../platform/app'
import { type Route, serve, stream } from '../serve'
import { boxRoutes } from './boxes/routes'
import * as contract from './contract'
import { mySites, requireOwn } from './reach'
import { boardView, dispatchMeal, dispatchRun, dispatchVehicle } from './views'

async function showRun(app: App, runId: string) {
  const run = await runById(app, runId)
  return dispatchRun(run, await namesOf(app, run.courierId ? [run.courierId] : []))
}

/** Passes when the person drives for the tenant; else there is no such courier. */
async function requireCourier(app: App, operatorId: string, courierId: string | null | undefined): Promise<void> {
  if (courierId && !(await isCourierOf(app, operatorId, courierId))) throw new Refusal('not_found')
}

export const dispatchRoutes: readonly Route[] = [
  serve(contract.listDays, async ({ app, caller, query }) => {
    const sites = await mySites(app, caller)
    const listed = sites.map(async ({ id, name, zone, lat, lon }) => {
      const date = query.date ?? dateIn(zone, app.now())
      const version = await runsVersion(app, id)
      const meals = (await readDays(app, [id], date)).map(dispatchMeal)
      return { id, name, zone, lat, lon, date, version, meals }
    })
    return { now: app.now().toISOString(), sites: await Promise.all(listed) }
  }),

  serve(contract.showBoard, async ({ app, caller, params: { menuDayId } }) => {
    const owner = await ownerOfPlan(app, menuDayId)
    requireOwn(caller, owner)
    const version = await runsVersion(app, owner?.siteId ?? '')
    return boardView(app, await readBoard(app, menuDayId), version)
  }),

  stream(contract.watchSite, async ({ app, caller, params: { siteId } }) => {
    const site = await siteById(app, siteId)
    requireOwn(caller, site && { operatorId: site.operatorId, siteId })
    return runsTopic(siteId)
  }),

  serve(contract.previewMove, async ({ app, caller, params: { stopId }, body }) => {
    requireOwn(caller, await ownerOfStop(app, stopId))
    return previewMove(app, { stopId, ...body })
  }),

  serve(contract.moveStop, async ({ app, caller, params: { stopId }, body }) => {
    requireOwn(caller, await ownerOfStop(app, stopId))
    return moveStop(app, { stopId, ...body, actorId: caller.personId })
  }),

  serve(contract.pinStop, async ({ app, caller, params: { stopId }, body: { pinned } }) => {
    requireOwn(caller, await ownerOfStop(app, stopId))
    return pinStop(app, { stopId, pinned, actorId: caller.personId })
  }),

  serve(contract.splitStop, async ({ app, caller, params: { stopId }, body }) => {
    requireOwn(caller, await ownerOfStop(app, stopId))
    return splitStop(app, { stopId, ...body, actorId: caller.personId })
  }),

  serve(contract.assignRun, async ({ app, caller, params: { runId }, body: { courierId } }) => {
    const owner = await ownerOfRun(app, runId)
    requireOwn(caller, owner)
    await requireCourier(app, owner?.operatorId ?? '', courierId)
    await assignRun(app, { runId, courierId, actorId: caller.personId })
    return showRun(app, runId)
  }),

  serve(contract.stopRun, async ({ app, caller, params: { runId }, body: { reason, courierId: next } }) => {
    const owner = await ownerOfRun(app, runId)
    requireOwn(caller, owner)
    await requireCourier(app, owner?.operatorId ?? '', next)
    return { runId: await stopRun(app, { runId, actorId: caller.personId, reason, next }) }
  }),

  serve(contract.replan, async ({ app, caller, params: { menuDayId }, body: { version } }) => {
    requireOwn(caller, await ownerOfPlan(app, menuDayId))
    return replan(app, { menuDayId, version, actorId: caller.personId })
  }),

  serve(contract.insertWaiting, async ({ app, caller, params: { menuDayId } }) => {
    requireOwn(caller, await ownerOfPlan(app, menuDayId))
    return insertWaiting(app, { menuDayId, actorId: caller.personId })
  }),

  serve(contract.setVehicle, async ({ app, caller, params: { vehicleId: id }, body: { active } }) => {
    requireOwn(caller, await ownerOfVehicle(app, id))
    return dispatchVehicle(await setVehicle(app, { id, active, actorId: caller.personId }))
  }),

  ...boxRoutes,
]
