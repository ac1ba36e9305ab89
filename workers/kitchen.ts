import type { z } from 'zod'
import { menuDaysOf, recipesByVersion } from '../src/catalogue/queries'
import { acceptOrder } from '../src/kitchen/accept-order'
import { planBatches } from '../src/kitchen/plan-batches'
import { voidOrder } from '../src/kitchen/void-order'
import { MenuClosed, OrderCancelled, OrderPlaced } from '../src/ordering/events'
import { groupForKitchen, portionsByDish } from '../src/ordering/queries'
import { buildingsByIds, communitiesByIds } from '../src/places/queries'
import type { App } from '../src/platform/app'
import { on } from '../src/platform/consume'

/** Asks what was ordered, where it goes and where its recipes are cooked, and tells the kitchen. */
async function toKitchen(app: App, { groupId }: { groupId: string }): Promise<void> {
  const group = await groupForKitchen(app, groupId)
  if (!group) throw new Error(`group ${groupId} was announced but is not there`)
  const [building] = await buildingsByIds(app, [group.buildingId])
  const [community] = await communitiesByIds(app, [group.communityId])
  if (!building || !community) throw new Error(`group ${groupId} goes to a place that is not there`)
  const stations = await stationsOf(app, group.lines)
  await acceptOrder(app, {
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
  })
}

async function stationsOf(
  app: App,
  lines: readonly { recipeVersionId: string | null }[],
): Promise<Map<string, string>> {
  const versions = lines.flatMap(({ recipeVersionId }) => recipeVersionId ?? [])
  const recipes = await recipesByVersion(app, versions)
  return new Map(recipes.map(({ versionId, station }) => [versionId, station]))
}

/** Asks what a closed menu day needs and how its recipes are cooked, and tells the kitchen. What has no recipe is not cooked. */
async function toBatches(app: App, menu: z.infer<typeof MenuClosed.payload>): Promise<void> {
  const days = await menuDaysOf(app, [menu.siteId], menu.serviceDate, menu.serviceDate)
  const day = days.find(({ id }) => id === menu.menuDayId)
  if (!day) throw new Error(`menu day ${menu.menuDayId} was closed but is not there`)
  const ordered = await portionsByDish(app, menu.menuDayId)
  const versions = ordered.flatMap(({ recipeVersionId }) => recipeVersionId ?? [])
  const recipes = new Map((await recipesByVersion(app, versions)).map((recipe) => [recipe.versionId, recipe]))
  const dishes = ordered.flatMap(({ dishId, recipeVersionId, name, portions }) => {
    const recipe = recipes.get(recipeVersionId ?? '')
    if (!recipe) return []
    const { versionId, station, minutes, batchPortions } = recipe
    return [{ dishId, recipeVersionId: versionId, name, portions, station, minutes, batchPortions }]
  })
  await planBatches(app, { ...menu, servesFrom: day.servesFrom, dishes })
}

/** Facts the kitchens act on. */
export const kitchen = [on(OrderPlaced, toKitchen), on(OrderCancelled, voidOrder), on(MenuClosed, toBatches)]
