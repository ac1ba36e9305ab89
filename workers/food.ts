import { dishesByIds } from '../src/catalogue/queries'
import { followFood, type FoodOfMenuDay, noteReadiness } from '../src/delivery/planning/note-readiness'
import { isLaidOut } from '../src/delivery/planning/plan-menu-day'
import { planWave, type PlanWave } from '../src/delivery/planning/plan-wave'
import { grouped } from '../src/kernel/grouped'
import { readyTimes } from '../src/kitchen/ready-times'
import { portionsOfMenu } from '../src/ordering/portions-of-menu'
import type { App } from '../src/platform/app'

/** Asks the kitchen when a menu day's batches are ready, and ordering what each group eats of them. */
async function foodOf(app: App, menuDayId: string): Promise<FoodOfMenuDay> {
  const batches = await readyTimes(app, menuDayId)
  const menu = batches.length > 0 ? await portionsOfMenu(app, menuDayId) : undefined
  const lines = menu?.lines ?? []
  const holding = await holdingOf(app, lines)
  const dishes = lines.flatMap(({ groupId, dishId, recipeVersionId, portions }) =>
    recipeVersionId ? [{ groupId, recipeVersionId, portions, hot: holding(dishId) === 'hot' }] : [],
  )
  return { menuDayId, batches, dishes }
}

/** Asks the catalogue how some dishes are kept. */
async function holdingOf(app: App, lines: readonly { readonly dishId: string }[]) {
  const known = await dishesByIds(app, [...new Set(lines.map(({ dishId }) => dishId))])
  const modes = new Map(known.map(({ id, holding }) => [id, holding]))
  return (dishId: string) => modes.get(dishId) ?? 'hot'
}

/** How many boxes of each group of a menu day are chilled, and how many ambient. */
export async function boxesByHolding(app: App, menuDayId: string) {
  const lines = (await portionsOfMenu(app, menuDayId))?.lines ?? []
  const holding = await holdingOf(app, lines)
  const byGroup = grouped(lines, ({ groupId }) => groupId)
  return (groupId: string) => {
    const own = byGroup.get(groupId) ?? []
    const kept = (mode: 'chilled' | 'ambient') =>
      own.reduce((sum, { dishId, portions }) => sum + (holding(dishId) === mode ? portions : 0), 0)
    return { chilled: kept('chilled'), ambient: kept('ambient') }
  }
}

/** A wave is planned with what the kitchen says now. */
export async function planWithFood(app: App, wave: PlanWave): Promise<void> {
  await noteReadiness(app, await foodOf(app, wave.menuDayId))
  await planWave(app, wave)
}

/** The kitchen plans or cooks: the runs follow, once there are any. */
export async function followKitchen(app: App, { menuDayId }: { menuDayId: string }): Promise<void> {
  if (await isLaidOut(app, menuDayId)) await followFood(app, await foodOf(app, menuDayId))
}
