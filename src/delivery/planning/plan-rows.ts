import { newId } from '../../platform/id'
import type { Plan } from '../domain/plan'
import { fromSeconds } from '../domain/problem'
import type { MenuDayToPlan, PlannedStop } from './menu-day'
import type { drops, runs, stops } from '../schema'

/** One row a run of the plan, numbered in its order. */
export function runRows(
  day: MenuDayToPlan,
  planned: readonly PlannedStop[],
  plan: Plan,
  runIds: readonly string[],
): (typeof runs.$inferInsert)[] {
  const { menuDayId, operatorId, siteId, serviceDate, period, depot } = day
  const stopOf = new Map(planned.map((stop) => [stop.id, stop]))
  return plan.runs.map((run, index) => {
    const onBoard = run.stops.flatMap(({ stopId }) => stopOf.get(stopId) ?? [])
    const path = [depot, ...onBoard.map(({ building }) => building), depot]
    return {
      id: runIds[index] ?? '',
      operatorId,
      siteId,
      menuDayId,
      serviceDate,
      period,
      number: index + 1,
      status: 'planned',
      departAt: fromSeconds(run.departAt),
      metres: run.metres,
      seconds: run.seconds,
      boxes: onBoard.reduce((sum, { boxes }) => sum + boxes, 0),
      path: path.map(({ lat, lon }): [number, number] => [lon, lat]),
    }
  })
}

/** One row a stop: its place in a run, or why it has none. */
export function stopRows(
  day: MenuDayToPlan,
  planned: readonly PlannedStop[],
  plan: Plan,
  runIds: readonly string[],
): (typeof stops.$inferInsert)[] {
  const visits = new Map(
    plan.runs.flatMap((run, index) =>
      run.stops.map(({ stopId, eta }, at) => [
        stopId,
        { runId: runIds[index] ?? '', sequence: at + 1, eta: fromSeconds(eta) },
      ]),
    ),
  )
  const reasons = new Map(plan.unserved.map(({ stopId, reason }) => [stopId, reason]))
  return planned.map(({ id, buildingId, part, boxes, building }) => ({
    id,
    operatorId: day.operatorId,
    siteId: day.siteId,
    menuDayId: day.menuDayId,
    buildingId,
    communityId: building.communityId,
    name: building.name,
    community: building.community,
    lat: building.lat,
    lon: building.lon,
    boxes,
    part,
    windowFrom: day.servesFrom,
    windowTo: day.servesTo,
    unservedReason: reasons.get(id) ?? null,
    ...visits.get(id),
  }))
}

/** One row an order at a stop. */
export const dropRows = (
  { operatorId }: MenuDayToPlan,
  planned: readonly PlannedStop[],
): (typeof drops.$inferInsert)[] =>
  planned.flatMap((stop) =>
    stop.parcels.map(({ groupId, orderId, number, servicePointId, point, pointKind, initial, boxes, code }) => ({
      id: newId('drp'),
      operatorId,
      stopId: stop.id,
      groupId,
      orderId,
      number,
      servicePointId,
      point,
      pointKind,
      initial,
      boxes,
      code,
      status: 'waiting',
    })),
  )
