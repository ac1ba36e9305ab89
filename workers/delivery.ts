import type { z } from 'zod'
import { WaveToPlan } from '../src/delivery/events'
import { addLateGroups } from '../src/delivery/planning/add-late-groups'
import { lockMenuDay } from '../src/delivery/planning/lock-plan'
import { isLaidOut, planMenuDay } from '../src/delivery/planning/plan-menu-day'
import { voidGroups } from '../src/delivery/runs/void-groups'
import { wishedSlots } from '../src/delivery/slots/wish-slots'
import { BatchCooked, BatchesPlanned } from '../src/kitchen/events'
import { MenuClosed, OrderCancelled, OrderPlaced } from '../src/ordering/events'
import { groupsToDeliver } from '../src/ordering/queries'
import { buildingsByIds, communitiesByIds, pointsByIds, siteById } from '../src/places/queries'
import type { App } from '../src/platform/app'
import { on, onOutside } from '../src/platform/consume'
import { boxesByHolding, followKitchen, planWithFood } from './food'

type Menu = z.infer<typeof MenuClosed.payload>
type Groups = NonNullable<Awaited<ReturnType<typeof groupsToDeliver>>>['groups']

/** Asks what was ordered and where it goes, and tells the delivery. */
async function toStops(app: App, menu: Menu): Promise<void> {
  await lockMenuDay(app, menu.menuDayId)
  await planMenuDay(app, await dayOf(app, menu))
}

/** An order that became firm after its menu was laid out comes along all the same. */
async function addLate(app: App, order: z.infer<typeof OrderPlaced.payload>): Promise<void> {
  await lockMenuDay(app, order.menuDayId, 'shared')
  if (!(await isLaidOut(app, order.menuDayId))) return
  await addLateGroups(app, await dayOf(app, order, order.groupId), 'worker')
}

/** A menu day with the places its orders go to; all of them or one. */
async function dayOf(app: App, menu: Menu, only?: string) {
  const due = await groupsToDeliver(app, menu.menuDayId)
  const depot = await siteById(app, menu.siteId)
  if (!due || !depot) throw new Error(`menu day ${menu.menuDayId} was closed but is not there`)
  const { servesFrom, servesTo, zone } = due.slot
  const asked = due.groups.filter(({ groupId }) => only === undefined || groupId === only)
  const groups = await withSlots(app, menu.menuDayId, await atTheirPoints(app, asked))
  return { ...menu, servesFrom, servesTo, zone, depot, groups, buildings: await toReach(app, asked) }
}

const unique = (ids: readonly string[]) => [...new Set(ids)]

async function atTheirPoints(app: App, groups: Groups) {
  const found = await pointsByIds(app, unique(groups.map(({ servicePointId }) => servicePointId)))
  const points = new Map(found.map((point) => [point.servicePointId, point]))
  return groups.map((group) => {
    const point = points.get(group.servicePointId)
    if (!point) throw new Error(`group ${group.groupId} goes to a point that is not there`)
    return { ...group, point: point.point, pointKind: point.kind }
  })
}

/** Asks how the food of some groups is kept, and when they want it. */
async function withSlots<G extends { readonly groupId: string }>(app: App, menuDayId: string, groups: readonly G[]) {
  const kept = await boxesByHolding(app, menuDayId)
  const slots = await wishedSlots(
    app,
    groups.map(({ groupId }) => groupId),
  )
  return groups.map((group) => {
    const slot = slots.get(group.groupId)
    return { ...group, ...kept(group.groupId), ...(slot ? { slot } : {}) }
  })
}

async function toReach(app: App, groups: Groups) {
  const buildings = await buildingsByIds(app, unique(groups.map(({ buildingId }) => buildingId)))
  const found = await communitiesByIds(app, unique(buildings.map(({ communityId }) => communityId)))
  const communities = new Map(found.map((community) => [community.id, community]))
  return new Map(
    buildings.map((building) => {
      const community = communities.get(building.communityId)
      if (!community) throw new Error(`building ${building.id} is of a community that is not there`)
      const { name, siteType, gateSeconds } = community
      return [building.id, { ...building, community: name, siteType, gateSeconds }]
    }),
  )
}

/** Facts the delivery acts on. A wave is planned outside any transaction; its round keeps it from being planned twice. */
export const delivery = [
  on(MenuClosed, toStops),
  on(OrderPlaced, addLate),
  on(OrderCancelled, voidGroups),
  onOutside(WaveToPlan, planWithFood),
  on(BatchesPlanned, followKitchen),
  on(BatchCooked, followKitchen),
]
