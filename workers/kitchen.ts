import { recipesByVersion } from '../src/catalogue/recipes/queries'
import { RemakeWanted } from '../src/delivery/events'
import { acceptOrders } from '../src/kitchen/accept-orders'
import { noteShortage } from '../src/kitchen/note-shortage'
import { remakeBox } from '../src/kitchen/remake-box'
import { settleLateLines } from '../src/kitchen/sold-out/mark-sold-out'
import { voidOrder } from '../src/kitchen/void-order'
import { OrderCancelled, OrderPlaced } from '../src/ordering/events'
import { groupsForKitchen } from '../src/ordering/queries'
import { buildingsByIds, communitiesByIds } from '../src/places/queries'
import type { App } from '../src/platform/app'
import { on, onMany } from '../src/platform/consume'
import { SupplyGapJudged } from '../src/procurement/events'
import { batches } from './batches'

/** Tells the kitchen what was ordered. */
async function toKitchen(app: App, placed: readonly { groupId: string }[]): Promise<void> {
  const orders = await ordersOf(
    app,
    placed.map(({ groupId }) => groupId),
  )
  if (orders.length < placed.length) throw new Error('some group was announced but is not there')
  await acceptOrders(app, orders)
  await settleLateLines(app, unique(orders.map(({ menuDayId }) => menuDayId)))
}

/** Tells the kitchen which box has to be made again. */
async function toRemake(app: App, { dropId, groupId }: { dropId: string; groupId: string }): Promise<void> {
  for (const order of await ordersOf(app, [groupId])) await remakeBox(app, { dropId, order })
}

/** Asks what some groups ordered, where it goes and where its recipes are cooked. */
async function ordersOf(app: App, asked: readonly string[]) {
  const groups = await groupsForKitchen(app, asked)
  const { buildings, communities } = await placesOf(app, groups)
  const stations = await stationsOf(app, groups)
  return groups.map((group) => {
    const building = buildings.get(group.buildingId)
    const community = communities.get(group.communityId)
    if (!building || !community) throw new Error(`group ${group.groupId} goes to a place that is not there`)
    return {
      ...group,
      destination: {
        zh: `${community.name.zh} ${building.name.zh}`,
        en: `${community.name.en}, ${building.name.en}`,
      },
      lines: group.lines.map((line) => ({
        ...line,
        station: stations.get(line.recipeVersionId ?? ''),
        // of a label the kitchen needs what is in the dish
        allergens: line.allergens.contains,
      })),
    }
  })
}

async function placesOf(app: App, groups: readonly { buildingId: string; communityId: string }[]) {
  const buildings = await buildingsByIds(app, unique(groups.map(({ buildingId }) => buildingId)))
  const communities = await communitiesByIds(app, unique(groups.map(({ communityId }) => communityId)))
  return {
    buildings: new Map(buildings.map((building) => [building.id, building])),
    communities: new Map(communities.map((community) => [community.id, community])),
  }
}

async function stationsOf(
  app: App,
  groups: readonly { lines: readonly { recipeVersionId: string | null }[] }[],
): Promise<Map<string, string>> {
  const versions = groups.flatMap(({ lines }) => lines.flatMap(({ recipeVersionId }) => recipeVersionId ?? []))
  const recipes = await recipesByVersion(app, unique(versions))
  return new Map(recipes.map(({ versionId, station }) => [versionId, station]))
}

const unique = (ids: readonly string[]) => [...new Set(ids)]

/** What will not come is on the kitchen's screens as soon as procurement knows what it means. */
const toShortages = on(SupplyGapJudged, (app, gap) => {
  const { gapId: id, operatorId, siteId, ingredient, unit, quantity, state, runsOutOn, hits, judgedAt } = gap
  const word = { operatorId, siteId, ingredient, unit, quantity, state, runsOutOn, hits }
  return noteShortage(app, { id, ...word, at: new Date(judgedAt) })
})

/** Facts the kitchens act on. */
export const kitchen = [
  onMany(OrderPlaced, toKitchen),
  on(OrderCancelled, voidOrder),
  ...batches,
  on(RemakeWanted, toRemake),
  toShortages,
]
