import type { MealOfDay } from '../../delivery/board/read-days'
import type { readBoard } from '../../delivery/board/read-board'
import { compartmentsAt, lockersOf } from '../../delivery/boxes/queries'
import type { RunView } from '../../delivery/views'
import { namesOf } from '../../people/queries'
import { pointsByIds, siteById } from '../../places/queries'
import type { App } from '../../platform/app'
import { checked } from '../courier/views'

type Board = Awaited<ReturnType<typeof readBoard>>

/** A run as a dispatcher sees it. */
export const dispatchRun = (run: RunView, names: ReadonlyMap<string, string>) => ({
  ...run,
  vehicle: { id: run.vehicle.id, name: run.vehicle.name, boxes: run.vehicle.boxes },
  courier: run.courierId === null ? null : (names.get(run.courierId) ?? null),
  loadCheck: checked(run.loadCheck),
})

export function dispatchVehicle(vehicle: Board['fleet'][number]) {
  const { operatorId: _, siteId: __, ...own } = vehicle
  return own
}

/** A meal of the day with its instants in words. */
export function dispatchMeal(meal: MealOfDay) {
  const { siteId: _, servesFrom, servesTo, ...rest } = meal
  return { ...rest, servesFrom: servesFrom.toISOString(), servesTo: servesTo.toISOString() }
}

export const dispatchAlert = ({ raisedAt, seenAt, detail, ...alert }: Board['alerts'][number]) => ({
  ...alert,
  detail: { ...detail },
  raisedAt: raisedAt.toISOString(),
  seenAt: seenAt?.toISOString() ?? null,
})

/** The board with names, places and the point from which to watch. */
export async function boardView(app: App, board: Board, streamVersion: number) {
  const { plan } = board
  const site = await siteById(app, plan.siteId)
  const driving = board.runs.flatMap(({ courierId }) => courierId ?? [])
  const names = await namesOf(app, [...new Set([...driving, ...board.crew.map(({ personId }) => personId)])])
  return {
    now: app.now().toISOString(),
    streamVersion,
    plan: {
      menuDayId: plan.menuDayId,
      siteId: plan.siteId,
      site: site?.name ?? { zh: plan.siteId, en: plan.siteId },
      zone: plan.zone,
      serviceDate: plan.serviceDate,
      period: plan.period,
      servesFrom: plan.servesFrom.toISOString(),
      servesTo: plan.servesTo.toISOString(),
      kitchen: { lat: plan.lat, lon: plan.lon },
      version: plan.version,
      planning: plan.wavesLeft > 0,
      waves: board.waves.map(({ wave, from, to, planned, wanted }) => {
        return { wave, from: from.toISOString(), to: to.toISOString(), planned: planned >= wanted }
      }),
    },
    runs: board.runs.map((run) => dispatchRun(run, names)),
    stops: board.stops.filter(({ boxes, drops }) => boxes > 0 || drops.some(({ status }) => status !== 'void')),
    alerts: board.alerts.map(dispatchAlert),
    followUps: board.followUps.flatMap(({ drop, name, community, runId }) => {
      const { id: dropId, orderId, number, initial, point, boxes, status, failureReason: reason, nextAction } = drop
      if (!nextAction) return []
      return [
        { dropId, orderId, number, initial, name, community, point, boxes, runId, status, reason, action: nextAction },
      ]
    }),
    vehicles: board.fleet.map(dispatchVehicle),
    couriers: board.crew
      .filter(({ active }) => active)
      .map(({ personId, skills }) => ({
        personId,
        name: names.get(personId) ?? personId,
        skills,
        runIds: board.runs
          .filter(({ courierId, status }) => courierId === personId && status !== 'done')
          .map(({ id }) => id),
      })),
  }
}

export function compartmentView(compartment: Awaited<ReturnType<typeof compartmentsAt>>[number]) {
  const { servicePointId: _, since, ...door } = compartment
  return { ...door, since: since?.toISOString() ?? null }
}

/** The lockers a site has brought something to since an instant, door by door. */
export async function lockersView(app: App, siteId: string, since: Date) {
  const ids = await lockersOf(app, siteId, since)
  const points = await pointsByIds(app, ids)
  const doors = await compartmentsAt(app, ids)
  return points.map(({ servicePointId, point, building }) => ({
    servicePointId,
    point,
    building,
    compartments: doors.filter((door) => door.servicePointId === servicePointId).map(compartmentView),
  }))
}
