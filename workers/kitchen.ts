import { recipesByVersion } from '../src/catalogue/queries'
import { RunsPlanned } from '../src/delivery/events'
import { loadTimes } from '../src/delivery/runs/load-times'
import { acceptOrder } from '../src/kitchen/accept-order'
import { noteShortage } from '../src/kitchen/note-shortage'
import { planBatches } from '../src/kitchen/plan-batches'
import { voidOrder } from '../src/kitchen/void-order'
import { MenuClosed, OrderCancelled, OrderPlaced } from '../src/ordering/events'
import { portionsOfMenu } from '../src/ordering/portions-of-menu'
import { groupForKitchen } from '../src/ordering/queries'
import { buildingsByIds, communitiesByIds } from '../src/places/queries'
import type { App } from '../src/platform/app'
import { on } from '../src/platform/consume'
import { SupplyGapJudged } from '../src/procurement/events'

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

/** Groups that no run carries are ready when serving starts. */
const SERVING = 'serving'

/**
 * Asks what a menu day needs, when its runs are loaded and how its recipes are cooked, and tells the kitchen. What has no
 * recipe is not cooked.
 */
async function toBatches(app: App, { menuDayId }: { menuDayId: string }): Promise<void> {
  const menu = await portionsOfMenu(app, menuDayId)
  if (!menu) throw new Error(`menu day ${menuDayId} was closed but is not there`)
  const { slot, lines } = menu
  const loads = await loadTimes(app, menuDayId)
  const runOf = new Map(loads.flatMap(({ runId, groupIds }) => groupIds.map((groupId) => [groupId, runId])))
  const names = new Map(lines.map(({ recipeVersionId, dishId, name }) => [recipeVersionId, { dishId, name }]))
  const recipes = await recipesByVersion(
    app,
    [...names.keys()].flatMap((id) => id ?? []),
  )
  await planBatches(app, {
    ...slot,
    dishes: recipes.flatMap(({ versionId, station, minutes, batchPortions }) => {
      const dish = names.get(versionId)
      return dish ? [{ ...dish, recipeVersionId: versionId, station, minutes, batchPortions }] : []
    }),
    departures: [
      { id: SERVING, loadAt: slot.servesFrom, lastDropAt: slot.servesTo },
      ...loads.map(({ runId, loadAt, lastDropAt }) => ({ id: runId, loadAt, lastDropAt })),
    ],
    wanted: lines.flatMap(({ groupId, recipeVersionId, portions }) =>
      recipeVersionId ? [{ recipeVersionId, departureId: runOf.get(groupId) ?? SERVING, portions }] : [],
    ),
  })
}

/** What will not come is on the kitchen's screens as soon as procurement knows what it means. */
const toShortages = on(SupplyGapJudged, (app, gap) => {
  const { gapId: id, operatorId, siteId, ingredient, unit, quantity, state, runsOutOn, hits, judgedAt } = gap
  const word = { operatorId, siteId, ingredient, unit, quantity, state, runsOutOn, hits }
  return noteShortage(app, { id, ...word, at: new Date(judgedAt) })
})

/** Facts the kitchens act on. */
export const kitchen = [
  on(OrderPlaced, toKitchen),
  on(OrderCancelled, voidOrder),
  on(MenuClosed, toBatches),
  on(RunsPlanned, toBatches),
  toShortages,
]
