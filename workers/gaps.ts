import { dishesByIds, menuDaysOf, plannedMenu } from '../src/catalogue/queries'
import { explodeRecipes } from '../src/catalogue/recipes/explode-recipes'
import { addDays, dateIn, isBeforeCutoff } from '../src/kernel/time'
import { firmPortions } from '../src/ordering/queries'
import { siteById } from '../src/places/queries'
import type { App } from '../src/platform/app'
import { expectPortions } from '../src/procurement/gaps/expect-portions'
import { judgeGaps, type NeedyDish } from '../src/procurement/gaps/judge-gaps'
import { sitesWithGaps, sitesWithNewGaps } from '../src/procurement/gaps/sites-with-gaps'

/** Gaps are weighed against the menus of so many days. */
const HORIZON_DAYS = 7

/** Says of everything that will not come what it means for the menus, as soon as the plan it asked for has finished. */
export const weighGaps = async (app: App): Promise<void> => weigh(app, await sitesWithNewGaps(app))

/** Looks again at what is not made good yet. */
export const reweighGaps = async (app: App): Promise<void> => weigh(app, await sitesWithGaps(app))

async function weigh(app: App, siteIds: readonly string[]): Promise<void> {
  for (const siteId of siteIds) {
    const zone = (await siteById(app, siteId))?.zone
    if (zone) await judgeGaps(app, { siteId, zone, menu: await needyMenu(app, siteId, zone) })
  }
}

/** The dishes of the days to come, with what each takes and how many are ordered and expected. */
async function needyMenu(app: App, siteId: string, zone: string): Promise<NeedyDish[]> {
  const from = dateIn(zone, app.now())
  const to = addDays(from, HORIZON_DAYS)
  const planned = await plannedMenu(app, siteId, from, to)
  const days = new Map((await menuDaysOf(app, [siteId], from, to)).map((day) => [day.id, day]))
  const firm = await firmPortions(app, { siteId, from, to })
  const expected = await expectPortions(app, siteId, from, to)
  const names = new Map(
    (
      await dishesByIds(
        app,
        planned.map(({ dishId }) => dishId),
      )
    ).map(({ id, name }) => [id, name]),
  )
  const needs = await needsOf(
    app,
    planned.flatMap(({ recipeVersionId }) => recipeVersionId ?? []),
  )
  return planned.flatMap(({ menuDayId, serviceDate, period, dishId, recipeVersionId }) => {
    const cutoffAt = days.get(menuDayId)?.cutoffAt
    const taken = needs.get(recipeVersionId ?? '')
    const dish = names.get(dishId)
    if (!cutoffAt || !taken || !dish) return []
    const ordered = firm
      .filter((row) => row.serviceDate === serviceDate && row.period === period && row.dishId === dishId)
      .reduce((sum, row) => sum + row.portions, 0)
    const open = isBeforeCutoff(app.now(), cutoffAt)
    const portions = open ? Math.max(ordered, expected({ serviceDate, period, dishId })) : ordered
    return { menuDayId, serviceDate, period, dishId, dish, cutoffAt, firm: ordered, portions, needs: taken }
  })
}

async function needsOf(app: App, versionIds: readonly string[]) {
  const versions = [...new Set(versionIds)]
  const exploded = await explodeRecipes(
    app,
    versions.map((versionId) => ({ versionId, portions: 1_000 })),
  )
  return new Map(
    versions.map((versionId, i) => [
      versionId,
      (exploded[i] ?? []).map(({ ingredientId, quantity }) => ({ ingredientId, perThousand: quantity })),
    ]),
  )
}
