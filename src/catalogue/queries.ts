import { and, asc, desc, eq, gte, inArray, lte } from 'drizzle-orm'
import type { Allergens } from '../kernel/allergens'
import type { Text } from '../kernel/text'
import type { MealPeriod, ServiceDate } from '../kernel/time'
import type { App } from '../platform/app'
import { explode, type Formula, type FormulaLine, type Takings, takings } from './domain/explode'
import { dishes, menuDays, type Nutrition, offers, recipeLines, recipes, recipeVersions } from './schema'

export interface MenuDay {
  readonly id: string
  readonly operatorId: string
  readonly siteId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly zone: string
  readonly cutoffAt: Date
  readonly servesFrom: Date
  readonly servesTo: Date
}

const menuDay = {
  id: menuDays.id,
  operatorId: menuDays.operatorId,
  siteId: menuDays.siteId,
  serviceDate: menuDays.serviceDate,
  period: menuDays.period,
  zone: menuDays.zone,
  cutoffAt: menuDays.cutoffAt,
  servesFrom: menuDays.servesFrom,
  servesTo: menuDays.servesTo,
}

/** Published menu days of some sites between two dates, both included. */
export const menuDaysOf = (
  app: App,
  siteIds: readonly string[],
  from: ServiceDate,
  to: ServiceDate,
): Promise<MenuDay[]> =>
  app.db
    .select(menuDay)
    .from(menuDays)
    .where(and(inArray(menuDays.siteId, [...siteIds]), gte(menuDays.serviceDate, from), lte(menuDays.serviceDate, to)))
    .orderBy(asc(menuDays.servesFrom), asc(menuDays.siteId))

export interface OfferFacts {
  readonly id: string
  readonly menuDayId: string
  readonly operatorId: string
  readonly dishId: string
  readonly variantId: string | null
  readonly recipeVersionId: string | null
  readonly name: Text
  readonly description: Text
  readonly category: string
  readonly tags: readonly string[]
  readonly art: string
  readonly priceMinor: number
  readonly currency: string
  readonly taxBps: number
  readonly allergens: Allergens
  readonly nutrition: Nutrition
}

/** The columns of an offer as others see it; `dishes` must be joined. */
export const offerFacts = {
  id: offers.id,
  menuDayId: offers.menuDayId,
  operatorId: offers.operatorId,
  dishId: offers.dishId,
  variantId: offers.variantId,
  recipeVersionId: offers.recipeVersionId,
  name: dishes.name,
  description: dishes.description,
  category: dishes.category,
  tags: dishes.tags,
  art: dishes.art,
  priceMinor: offers.priceMinor,
  currency: offers.currency,
  taxBps: offers.taxBps,
  allergens: offers.allergens,
  nutrition: offers.nutrition,
}

/** The offers of some menu days, in menu order. */
export const offersOn = (app: App, menuDayIds: readonly string[]): Promise<OfferFacts[]> =>
  app.db
    .select(offerFacts)
    .from(offers)
    .innerJoin(dishes, eq(dishes.id, offers.dishId))
    .where(and(inArray(offers.menuDayId, [...menuDayIds]), eq(offers.withdrawn, false)))
    .orderBy(asc(dishes.category), asc(offers.priceMinor), asc(offers.id))

/** Offers by id, each with its menu day; unknown and withdrawn ones are left out. */
export const offersByIds = (app: App, ids: readonly string[]): Promise<{ offer: OfferFacts; menuDay: MenuDay }[]> =>
  app.db
    .select({ offer: offerFacts, menuDay })
    .from(offers)
    .innerJoin(dishes, eq(dishes.id, offers.dishId))
    .innerJoin(menuDays, eq(menuDays.id, offers.menuDayId))
    .where(and(inArray(offers.id, [...ids]), eq(offers.withdrawn, false)))

/** What kitchens need to know of recipe versions. */
export const recipesByVersion = (app: App, versionIds: readonly string[]) =>
  app.db
    .select({
      versionId: recipeVersions.id,
      recipeId: recipeVersions.recipeId,
      station: recipeVersions.station,
      minutes: recipeVersions.minutes,
      batchPortions: recipeVersions.batchPortions,
    })
    .from(recipeVersions)
    .where(inArray(recipeVersions.id, [...versionIds]))

export const dishesByIds = (app: App, ids: readonly string[]) =>
  app.db
    .select()
    .from(dishes)
    .where(inArray(dishes.id, [...ids]))

/** Portions put on the menus of a site between two dates, per dish and menu day. */
export const plannedMenu = (app: App, siteId: string, from: ServiceDate, to: ServiceDate) =>
  app.db
    .select({
      menuDayId: menuDays.id,
      serviceDate: menuDays.serviceDate,
      period: menuDays.period,
      offerId: offers.id,
      dishId: offers.dishId,
      recipeVersionId: offers.recipeVersionId,
      portions: offers.portions,
    })
    .from(menuDays)
    .innerJoin(offers, eq(offers.menuDayId, menuDays.id))
    .where(and(eq(menuDays.siteId, siteId), gte(menuDays.serviceDate, from), lte(menuDays.serviceDate, to)))
    .orderBy(desc(menuDays.serviceDate), asc(offers.id))

export interface Need {
  readonly ingredientId: string
  /** Raw, in base units of the ingredient. */
  readonly quantity: number
}

/** Raw ingredients for so many portions of a recipe version, through its sub-recipes' current versions. */
export async function explodeRecipe(app: App, versionId: string, portions: number): Promise<Need[]> {
  const [needs] = await explodeRecipes(app, [{ versionId, portions }])
  return needs ?? []
}

/** The same for many at once, in the order asked, with two queries whatever their number. */
export async function explodeRecipes(
  app: App,
  wanted: readonly { versionId: string; portions: number }[],
): Promise<Need[][]> {
  const { byVersion, currentByRecipe } = await formulas(app)
  return wanted.map(({ versionId, portions }) => {
    const formula = byVersion.get(versionId)
    if (!formula) throw new Error(`recipe version ${versionId} is missing`)
    return [...explode(formula, portions, currentByRecipe)].map(([ingredientId, quantity]) => ({
      ingredientId,
      quantity,
    }))
  })
}

/** What 1,000 portions of recipe versions take, by version; not rounded, and not looking into what comes ready-made. */
export async function takingsOf(
  app: App,
  versionIds: readonly string[],
  readyMade: ReadonlySet<string>,
): Promise<Map<string, Takings>> {
  const { byVersion, currentByRecipe } = await formulas(app)
  return new Map(
    versionIds.flatMap((versionId) => {
      const formula = byVersion.get(versionId)
      return formula ? [[versionId, takings(formula, 1_000, currentByRecipe, readyMade)] as const] : []
    }),
  )
}

/** The version in force and the grams it makes, of some recipes. */
export const currentVersions = (app: App, recipeIds: readonly string[]) =>
  app.db
    .select({ recipeId: recipes.id, versionId: recipeVersions.id, yieldGrams: recipeVersions.yieldGrams })
    .from(recipes)
    .innerJoin(
      recipeVersions,
      and(eq(recipeVersions.recipeId, recipes.id), eq(recipeVersions.version, recipes.currentVersion)),
    )
    .where(inArray(recipes.id, [...recipeIds]))

/** All recipes of the installation: some hundred rows, read as they stand so that nobody explodes a stale one. */
async function formulas(app: App) {
  const versions = await app.db
    .select({
      id: recipeVersions.id,
      recipeId: recipeVersions.recipeId,
      version: recipeVersions.version,
      yieldGrams: recipeVersions.yieldGrams,
      current: recipes.currentVersion,
    })
    .from(recipeVersions)
    .innerJoin(recipes, eq(recipes.id, recipeVersions.recipeId))
  const lines = await app.db.select().from(recipeLines).orderBy(recipeLines.versionId, recipeLines.line)
  const linesOf = new Map<string, FormulaLine[]>()
  for (const line of lines) linesOf.set(line.versionId, [...(linesOf.get(line.versionId) ?? []), asFormulaLine(line)])
  const byVersion = new Map<string, Formula>()
  const currentByRecipe = new Map<string, Formula>()
  for (const { id, recipeId, version, yieldGrams, current } of versions) {
    const formula = { recipeId, yieldGrams, lines: linesOf.get(id) ?? [] }
    byVersion.set(id, formula)
    if (version === current) currentByRecipe.set(recipeId, formula)
  }
  return { byVersion, currentByRecipe }
}

function asFormulaLine(line: typeof recipeLines.$inferSelect): FormulaLine {
  const { ingredientId, subRecipeId, quantity, wasteBps } = line
  if (ingredientId) return { ingredientId, quantity, wasteBps }
  if (subRecipeId) return { subRecipeId, quantity }
  throw new Error(`recipe line ${line.versionId}/${line.line} names nothing`)
}
