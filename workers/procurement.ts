import { explodeRecipe, explodeRecipes, menuDaysOf, plannedMenu } from '../src/catalogue/queries'
import { addDays, dateIn, isBeforeCutoff } from '../src/kernel/time'
import { BatchCooked } from '../src/kitchen/events'
import { MenuClosed } from '../src/ordering/events'
import { firmPortions, portionsByDish } from '../src/ordering/queries'
import { siteById } from '../src/places/queries'
import type { App } from '../src/platform/app'
import { on, onOutside } from '../src/platform/consume'
import { PurchaseOrderApproved, ReplenishmentRequested, SupplyFellShort } from '../src/procurement/events'
import { issueStock } from '../src/procurement/stock/issue-stock'
import { planReplenishment } from '../src/procurement/planning/plan-replenishment'
import { requestReview } from '../src/procurement/planning/request-review'
import { recordDemand } from '../src/procurement/planning/record-demand'
import { sendPurchaseOrder } from '../src/procurement/purchasing/send-purchase-order'
import { foreseeSite } from './forecasting'

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

/** Somebody, or the night, asks what a site will lack. */
const lookAtSite = on(ReplenishmentRequested, async (app, { reviewId, operatorId, siteId }) => {
  const zone = (await siteById(app, siteId))?.zone
  if (!zone) return
  const menu = await menuAhead(app, siteId, dateIn(zone, app.now()))
  const versions = [...new Set(menu.map((dish) => dish.recipeVersionId))]
  const needs = await explodeRecipes(
    app,
    versions.map((versionId) => ({ versionId, portions: 1_000 })),
  )
  const explosion = new Map(
    versions.map((versionId, i) => [
      versionId,
      (needs[i] ?? []).map(({ ingredientId, quantity }) => ({ ingredientId, perThousand: quantity })),
    ]),
  )
  await planReplenishment(app, { reviewId, operatorId, siteId, zone, menu, explosion })
})

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
  lookAtSite,
  foreseeSite,
  replan,
  onOutside(PurchaseOrderApproved, sendPurchaseOrder),
]
