import { recipesByVersion } from '../src/catalogue/recipes/queries'
import { RunsPlanned } from '../src/delivery/events'
import { loadTimes } from '../src/delivery/runs/load-times'
import { DishRanOut, KitchenChanged } from '../src/kitchen/events'
import { planBatches } from '../src/kitchen/plan-batches'
import { menuDaysInWork } from '../src/kitchen/planning/keep-plan'
import { linesWithout } from '../src/kitchen/sold-out/lines-without'
import { MenuClosed } from '../src/ordering/events'
import { portionsOfMenu } from '../src/ordering/portions-of-menu'
import type { App } from '../src/platform/app'
import { on } from '../src/platform/consume'

/** Groups that no run carries are ready when serving starts. */
const SERVING = 'serving'

/**
 * Asks what a menu day needs, when its runs are loaded and how its recipes are cooked, and tells the kitchen. What has no
 * recipe is not cooked.
 */
async function toBatches(app: App, { menuDayId }: { menuDayId: string }): Promise<void> {
  const menu = await portionsOfMenu(app, menuDayId)
  if (!menu) throw new Error(`menu day ${menuDayId} was closed but is not there`)
  const { slot } = menu
  const gone = await linesWithout(app, menuDayId)
  const lines = menu.lines.filter(({ lineId }) => !gone.has(lineId))
  const loads = await loadTimes(app, menuDayId)
  const runOf = new Map(loads.flatMap(({ runId, groupIds }) => groupIds.map((groupId) => [groupId, runId])))
  const names = new Map(lines.map(({ recipeVersionId, dishId, name }) => [recipeVersionId, { dishId, name }]))
  const recipes = await recipesByVersion(
    app,
    [...names.keys()].flatMap((id) => id ?? []),
  )
  await planBatches(app, {
    ...slot,
    dishes: recipes.flatMap(({ versionId: recipeVersionId, station, minutes, batchPortions, steps }) => {
      const dish = names.get(recipeVersionId)
      return dish ? [{ ...dish, recipeVersionId, station, minutes, batchPortions, steps }] : []
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

/** Plans every menu day of a kitchen anew that is planned and goes on: less equipment, other cooks. */
async function allAgain(app: App, { siteId }: { siteId: string }): Promise<void> {
  for (const menuDayId of await menuDaysInWork(app, siteId)) await toBatches(app, { menuDayId })
}

/** A dish that ran out is not cooked any more; before the cut-off there is no plan to change. */
async function withoutIt(app: App, { siteId, menuDayId }: { siteId: string; menuDayId: string }): Promise<void> {
  if ((await menuDaysInWork(app, siteId)).includes(menuDayId)) await toBatches(app, { menuDayId })
}

/** Batches follow what is closed, driven, broken and sold out. */
export const batches = [
  on(MenuClosed, toBatches),
  on(RunsPlanned, toBatches),
  on(KitchenChanged, allAgain),
  on(DishRanOut, withoutIt),
]
