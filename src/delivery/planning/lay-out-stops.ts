import { newId } from '../../platform/id'
import { holds, skillsFor, type Vehicle } from '../domain/fleet'
import { useBy } from '../domain/hot-holding'
import { within } from '../domain/slots'
import { type StopDraft, serviceSeconds, stopsByBuilding } from '../domain/stops'
import { type Window, type WindowRule, waveOf, wavesOf, windowFor } from '../domain/windows'
import type { drops } from '../schema/drops'
import type { stops } from '../schema/stops'
import type { BuildingToReach, GroupToDeliver, MenuDayToPlan } from './menu-day'

type StopRow = typeof stops.$inferInsert
type DropRow = typeof drops.$inferInsert

export interface LaidOut {
  readonly waves: readonly Window[]
  readonly stops: readonly StopRow[]
  readonly drops: readonly DropRow[]
}

/** The orders of a menu day as stops of their waves, before anybody drives. @throws Error for a building nobody knows. */
export function layOutStops(day: MenuDayToPlan, rules: readonly WindowRule[], fleet: readonly Vehicle[]): LaidOut {
  const drafts = stopsByBuilding(day.groups, (load) => fleet.some((vehicle) => holds(vehicle, load))).map((draft) => {
    const building = day.buildings.get(draft.buildingId)
    if (!building) throw new Error(`nothing is known of building ${draft.buildingId}`)
    return { draft, building, doors: windowFor(day, rules, building.siteType), id: newId('stp') }
  })
  const waves = wavesOf(drafts.map(({ doors }) => doors))
  return {
    waves,
    stops: drafts.map(({ draft, building, doors, id }) => ({
      ...stopRow(day, draft, building, stopWindow(doors, draft.slot)),
      id,
      wave: waveOf(waves, doors),
    })),
    drops: drafts.flatMap(({ draft, id }) => draft.parcels.map((group) => dropRow(day.operatorId, id, group))),
  }
}

/** When a stop is served: in the slot its customers chose, as far as the doors are open then. */
export function stopWindow(doors: Window, slot: Window | undefined): Window {
  const narrow = slot ? within(slot, doors) : doors
  return narrow.from < narrow.to ? narrow : doors
}

/** A stop nobody drives to yet, without its id and wave. */
export function stopRow(
  day: Omit<MenuDayToPlan, 'groups' | 'buildings' | 'depot'>,
  { buildingId, part, boxes, parcels }: StopDraft<GroupToDeliver>,
  building: BuildingToReach,
  window: Window,
): Omit<StopRow, 'id' | 'wave'> {
  const { name, community, communityId, lat, lon, gateSeconds, floors, lift, siteType } = building
  const toTheDoor = parcels.some(({ pointKind }) => pointKind === 'door')
  return {
    operatorId: day.operatorId,
    siteId: day.siteId,
    menuDayId: day.menuDayId,
    buildingId,
    communityId,
    name,
    community,
    lat,
    lon,
    boxes,
    part,
    windowFrom: window.from,
    windowTo: window.to,
    // as long as the kitchen says nothing else
    readyAt: day.servesFrom,
    useBy: useBy(day.servesFrom),
    serviceSeconds: serviceSeconds({ boxes, floors, lift, toTheDoor }),
    gateSeconds,
    skills: skillsFor(siteType),
  }
}

/** One order at a stop, waiting. */
export const dropRow = (operatorId: string, stopId: string, group: GroupToDeliver): DropRow => ({
  id: newId('drp'),
  operatorId,
  stopId,
  groupId: group.groupId,
  orderId: group.orderId,
  number: group.number,
  servicePointId: group.servicePointId,
  point: group.point,
  pointKind: group.pointKind,
  initial: group.initial,
  boxes: group.boxes,
  chilled: group.chilled ?? 0,
  ambient: group.ambient ?? 0,
  code: group.code,
  status: 'waiting',
})
