import type { z } from 'zod'
import { planMenuDay } from '../src/delivery/planning/plan-menu-day'
import { voidGroups } from '../src/delivery/runs/void-groups'
import { MenuClosed, OrderCancelled } from '../src/ordering/events'
import { groupsToDeliver } from '../src/ordering/queries'
import { buildingsByIds, communitiesByIds, pointsByIds, siteById } from '../src/places/queries'
import type { App } from '../src/platform/app'
import { on } from '../src/platform/consume'

type Groups = NonNullable<Awaited<ReturnType<typeof groupsToDeliver>>>['groups']

/** Asks what was ordered and where it goes, and tells the delivery. */
async function toRuns(app: App, menu: z.infer<typeof MenuClosed.payload>): Promise<void> {
  const due = await groupsToDeliver(app, menu.menuDayId)
  const depot = await siteById(app, menu.siteId)
  if (!due || !depot) throw new Error(`menu day ${menu.menuDayId} was closed but is not there`)
  const { servesFrom, servesTo } = due.slot
  const groups = await atTheirPoints(app, due.groups)
  const buildings = await toReach(app, due.groups)
  await planMenuDay(app, { ...menu, servesFrom, servesTo, depot, groups, buildings })
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

async function toReach(app: App, groups: Groups) {
  const buildings = await buildingsByIds(app, unique(groups.map(({ buildingId }) => buildingId)))
  const found = await communitiesByIds(app, unique(buildings.map(({ communityId }) => communityId)))
  const communities = new Map(found.map((community) => [community.id, community]))
  return new Map(
    buildings.map((building) => {
      const community = communities.get(building.communityId)
      if (!community) throw new Error(`building ${building.id} is of a community that is not there`)
      return [building.id, { ...building, community: community.name, gateSeconds: community.gateSeconds }]
    }),
  )
}

/** Facts the delivery acts on. */
export const delivery = [on(MenuClosed, toRuns), on(OrderCancelled, voidGroups)]
