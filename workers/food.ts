import { followFood, type FoodOfMenuDay, noteReadiness } from '../src/delivery/planning/note-readiness'
import { isLaidOut } from '../src/delivery/planning/plan-menu-day'
import { planWave, type PlanWave } from '../src/delivery/planning/plan-wave'
import { readyTimes } from '../src/kitchen/ready-times'
import { portionsOfMenu } from '../src/ordering/portions-of-menu'
import type { App } from '../src/platform/app'

/** Asks the kitchen when a menu day's batches are ready, and ordering what each group eats of them. */
async function foodOf(app: App, menuDayId: string): Promise<FoodOfMenuDay> {
  const batches = await readyTimes(app, menuDayId)
  const menu = batches.length > 0 ? await portionsOfMenu(app, menuDayId) : undefined
  const dishes = (menu?.lines ?? []).flatMap(({ groupId, recipeVersionId, portions }) =>
    recipeVersionId ? [{ groupId, recipeVersionId, portions }] : [],
  )
  return { menuDayId, batches, dishes }
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
