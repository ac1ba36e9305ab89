import { currentVersions } from '../src/catalogue/recipes/queries'
import { explodeRecipe, takingsOf } from '../src/catalogue/recipes/explode-recipes'
import { menuDaysOf, plannedMenu } from '../src/catalogue/queries'
import { addDays, dateIn, isBeforeCutoff } from '../src/kernel/time'
import { BatchCooked, FoodWasted } from '../src/kitchen/events'
import { leftOf } from '../src/kitchen/waste/left-of'
import { MenuClosed } from '../src/ordering/events'
import { firmPortions, portionsByDish } from '../src/ordering/queries'
import { siteById } from '../src/places/queries'
import type { App } from '../src/platform/app'
import { on, onOutside } from '../src/platform/consume'
import { PurchaseOrderApproved, ReplenishmentRequested, SupplyFellShort } from '../src/procurement/events'
import { issueStock } from '../src/procurement/stock/issue-stock'
import { planReplenishment } from '../src/procurement/planning/plan-replenishment'
import { readyMadeAt, recipeNeedsOf } from '../src/procurement/planning/ready-made'
import { requestReview } from '../src/procurement/planning/request-review'
import { noteLeftOver } from '../src/procurement/planning/note-left-over'
import { recordDemand } from '../src/procurement/planning/record-demand'
import { sendPurchaseOrder } from '../src/procurement/purchasing/send-purchase-order'

/** Menus are published this far ahead. */
const HORIZON_DAYS = 14

/** A batch came off the heat: what its recipe takes leaves the shelf. */
const takeIngredients = on(BatchCooked, async (app, batch) => {
  const cookedOn = batch.cookedAt.slice(0, 10)
  const days = await menuDaysOf(app, [batch.siteId], addDays(cookedOn, -2), addDays(cookedOn, HORIZON_DAYS))
  const serviceDate = days.find(({ id }) => id === batch.menuDayId)?.serviceDate ?? cookedOn
  const needs = await explodeRecipe(app, batch.recipeVersionId, batch.portions)
  const { batchId: ref, operatorId, siteId } = batch
  await issueStock(app, { ref, operatorId, siteId, serviceDate, needs })
})

/** A menu day is over: what it sold becomes history, and that nobody wanted a dish is history too. */
const keepDemand = on(MenuClosed, async (app, { menuDayId, ...menuDay }) => {
  const sold = await portionsByDish(app, menuDayId)
  if (sold.length === 0) return
  const { siteId, serviceDate } = menuDay
  const unsold = (await plannedMenu(app, siteId, serviceDate, serviceDate))
    .filter((own) => own.menuDayId === menuDayId && !sold.some(({ dishId }) => dishId === own.dishId))
    .map(({ dishId }) => ({ dishId, portions: 0 }))
  await recordDemand(app, { ...menuDay, dishes: [...sold, ...unsold] })
})

/** Something was left over: the plans of the weeks to come go by what was eaten. */
const correctDemand = on(FoodWasted, async (app, { operatorId, siteId, serviceDate, period, dishId, cause }) => {
  if (cause !== 'left_over') return
  const served = { siteId, serviceDate, period, dishId }
  await noteLeftOver(app, { operatorId, ...served, ...(await leftOf(app, served)) })
})

/** Somebody, or the night, asks what a site will lack; what it gets ready-made is another site's to make. */
const lookAtSite = on(ReplenishmentRequested, async (app, { reviewId, operatorId, siteId }) => {
  const zone = (await siteById(app, siteId))?.zone
  if (!zone) return
  const today = dateIn(zone, app.now())
  const menu = [...(await menuAhead(app, siteId, today)), ...(await madeForOthers(app, siteId, today))]
  const readyMade = new Set(await readyMadeAt(app, siteId))
  const takings = await takingsOf(app, [...new Set(menu.map((dish) => dish.recipeVersionId))], readyMade)
  await planReplenishment(app, { reviewId, operatorId, siteId, zone, menu, ...perThousand(takings) })
})

function perThousand(takings: Awaited<ReturnType<typeof takingsOf>>) {
  const explosion = new Map<string, { ingredientId: string; perThousand: number }[]>()
  const readyMade = new Map<string, { recipeId: string; perThousand: number }[]>()
  for (const [versionId, { ingredients, readyMade: asked }] of takings) {
    explosion.set(
      versionId,
      [...ingredients].map(([ingredientId, each]) => ({ ingredientId, perThousand: each })),
    )
    readyMade.set(
      versionId,
      [...asked].map(([recipeId, each]) => ({ recipeId, perThousand: each })),
    )
  }
  return { explosion, readyMade }
}

/** Sub-recipes other sites will get from here, as portions of their recipe: certain, and of no meal. */
async function madeForOthers(app: App, siteId: string, from: string) {
  const asked = await recipeNeedsOf(app, siteId, from)
  const versions = new Map(
    (
      await currentVersions(
        app,
        asked.map(({ recipeId }) => recipeId),
      )
    ).map((version) => [version.recipeId, version]),
  )
  return asked.flatMap(({ recipeId, neededOn, grams }) => {
    const version = versions.get(recipeId)
    if (!version) return []
    const { versionId: recipeVersionId, yieldGrams } = version
    const firm = grams / yieldGrams
    return [{ serviceDate: neededOn, period: 'lunch' as const, dishId: recipeId, recipeVersionId, firm, open: false }]
  })
}

/** The dishes to come with what is ordered of them, and whether more may be ordered. */
async function menuAhead(app: App, siteId: string, from: string) {
  const to = addDays(from, HORIZON_DAYS)
  const planned = await plannedMenu(app, siteId, from, to)
  const firm = await firmPortions(app, { siteId, from, to })
  const cutoffs = new Map((await menuDaysOf(app, [siteId], from, to)).map((day) => [day.id, day.cutoffAt]))
  return planned.flatMap(({ menuDayId, serviceDate, period, dishId, recipeVersionId }) => {
    const cutoffAt = cutoffs.get(menuDayId)
    if (!recipeVersionId || !cutoffAt) return []
    const ordered = firm.filter(
      (row) => row.serviceDate === serviceDate && row.period === period && row.dishId === dishId,
    )
    return {
      serviceDate,
      period,
      dishId,
      recipeVersionId,
      firm: ordered.reduce((sum, row) => sum + row.portions, 0),
      open: isBeforeCutoff(app.now(), cutoffAt),
    }
  })
}

/** Something ordered will not come: the site is looked at anew, at once. */
const replan = on(SupplyFellShort, async (app, { operatorId, siteId }) => {
  await requestReview(app, { operatorId, siteId, requestedBy: 'worker' })
})

/** Restocking follows the kitchen, the cut-offs and its own people. */
export const procurement = [
  takeIngredients,
  keepDemand,
  correctDemand,
  lookAtSite,
  replan,
  onOutside(PurchaseOrderApproved, sendPurchaseOrder),
]
