import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ImportCatalogue, importCatalogue } from '../../../src/catalogue/import-catalogue'
import { publishMenus } from '../../../src/catalogue/publish-menus'
import { currentRecipes } from '../../../src/catalogue/recipes/read-book'
import { refreshIngredients } from '../../../src/catalogue/recipes/refresh-ingredients'
import { type SaveRecipe, saveRecipe } from '../../../src/catalogue/recipes/save-recipe'
import { offers } from '../../../src/catalogue/schema/menus'
import { recipeVersions } from '../../../src/catalogue/schema/recipes'
import { type TestApp, testApp } from '../../support/app'

const text = (en: string) => ({ zh: `${en}（中）`, en })
const nutrition = { kcal: 100, proteinMg: 0, fatMg: 0, carbohydrateMg: 0, sodiumMg: 0 }
const grams = (contains: string[] | null, mayContain: string[] = []) => ({
  milligramsPerUnit: 1000,
  measures: { unit: 'g' as const, equivalences: [] },
  contains,
  mayContain,
  nutrition,
})
const cooked = { station: 'wok', minutes: 10, batchPortions: 20 }

/** Noodles with a sauce that is made of a paste with peanuts. */
const book: ImportCatalogue = {
  ingredients: new Map([
    ['peanut', grams(['peanuts'], ['sesame'])],
    ['sunflower', grams([], [])],
    ['noodle', grams(['gluten'])],
  ]),
  recipes: [
    {
      id: 'paste',
      operatorId: 'op-a',
      name: text('Paste'),
      ...cooked,
      yieldGrams: 1000,
      lines: [{ ingredientId: 'peanut', quantity: 1000, wasteBps: 0 }],
    },
    {
      id: 'sauce',
      operatorId: 'op-a',
      name: text('Sauce'),
      ...cooked,
      yieldGrams: 2000,
      lines: [{ subRecipeId: 'paste', quantity: 500, wasteBps: 0 }],
    },
    {
      id: 'noodles',
      operatorId: 'op-a',
      name: text('Noodles'),
      ...cooked,
      yieldGrams: 350,
      lines: [
        { ingredientId: 'noodle', quantity: 200, wasteBps: 0 },
        { subRecipeId: 'sauce', quantity: 50, wasteBps: 0 },
      ],
    },
  ],
  dishes: [
    {
      id: 'dish_noodles',
      operatorId: 'op-a',
      kind: 'meal',
      name: text('Noodles'),
      description: text('Noodles'),
      category: 'noodles',
      tags: [],
      art: 'noodles',
      priceMinor: 1800,
      taxBps: 600,
      recipeId: 'noodles',
    },
  ],
  mealPeriods: [
    {
      siteId: 'site-a',
      period: 'lunch',
      servesFrom: '11:00',
      servesTo: '13:00',
      cutoff: { daysBefore: 0, at: '09:00' },
    },
  ],
  menuCycle: [{ siteId: 'site-a', period: 'lunch', day: 0, length: 1, dishId: 'dish_noodles', portions: 50 }],
}

const step = { text: text('Stir'), station: 'wok', minutes: 8, attended: true, when: 'service' as const }
const paste = (given: Partial<SaveRecipe> = {}): SaveRecipe => ({
  recipeId: 'paste',
  operatorId: 'op-a',
  name: text('Paste'),
  basedOn: 1,
  yieldGrams: 1000,
  batchPortions: 20,
  steps: [step],
  lines: [{ ingredientId: 'sunflower', quantity: 1, unit: 'kg', wasteBps: 0 }],
  actorId: 'chef',
  ...given,
})

describe('recipes', () => {
  let app: TestApp
  beforeEach(async () => {
    app = await testApp()
    app.setNow(new Date('2026-11-02T02:00:00Z'))
    await importCatalogue(app, book)
    const site = { operatorId: 'op-a', siteId: 'site-a', zone: 'Asia/Shanghai', currency: 'cny' }
    await publishMenus(app, { ...site, from: '2026-11-02', days: 2 })
  })
  afterEach(() => app.close())

  const noodles = async () => (await currentRecipes(app, ['op-a'])).find(({ id }) => id === 'noodles')
  const offered = async () => app.db.select().from(offers).orderBy(offers.id)

  it('R4 swapping the peanut two sub-recipes down changes the label with a new version; what was closed keeps the old', async () => {
    expect((await noodles())?.allergens).toEqual({
      contains: ['gluten', 'peanuts'],
      mayContain: ['sesame'],
      assessed: true,
    })
    const saved = await saveRecipe(app, paste())
    expect(saved).toEqual({ recipeId: 'paste', version: 2, relabelled: ['noodles', 'sauce'] })
    expect(await noodles()).toMatchObject({
      version: 2,
      allergens: { contains: ['gluten'], mayContain: [], assessed: true },
    })

    // the lunch of today was closed at 09:00 and keeps its label, tomorrow's follows
    const [today, tomorrow] = await offered()
    expect(today).toMatchObject({ recipeVersionId: 'noodles_v1', allergens: { contains: ['gluten', 'peanuts'] } })
    expect(tomorrow).toMatchObject({ recipeVersionId: 'noodles_v2', allergens: { contains: ['gluten'] } })
    const [old] = await app.db.select().from(recipeVersions).where(eq(recipeVersions.id, 'noodles_v1'))
    expect(old?.allergens.contains).toEqual(['gluten', 'peanuts'])
  })

  it('R4 a supplier’s product that is another changes the labels of all it is in', async () => {
    const fresh = { ingredientId: 'noodle', contains: null, mayContain: [], nutrition }
    expect(await refreshIngredients(app, [fresh])).toBe(1)
    expect((await noodles())?.allergens).toMatchObject({ assessed: false })
    expect(await refreshIngredients(app, [fresh])).toBe(0)
    expect(await refreshIngredients(app, [{ ...fresh, ingredientId: 'nobody' }])).toBe(0)
  })

  it('refuses a loop, what nothing converts, what is not there, and the later of two who looked at the same version', async () => {
    const loop = [{ subRecipeId: 'noodles', quantity: 10, wasteBps: 0 }]
    await expect(saveRecipe(app, paste({ lines: loop }))).rejects.toThrow('circular_recipe')
    const bottles = [{ ingredientId: 'peanut', quantity: 1, unit: 'bottle', wasteBps: 0 }]
    await expect(saveRecipe(app, paste({ lines: bottles }))).rejects.toThrow('no_conversion')
    for (const odd of [{ batchPortions: 0 }, { yieldGrams: 0.5 }, { steps: [{ ...step, minutes: 0 }] }])
      await expect(saveRecipe(app, paste(odd))).rejects.toThrow('impossible_batch')
    const nobody = [{ ingredientId: 'nobody', quantity: 1, wasteBps: 0 }]
    await expect(saveRecipe(app, paste({ lines: nobody }))).rejects.toThrow('unknown_component')
    await expect(saveRecipe(app, paste({ recipeId: 'none' }))).rejects.toThrow('not_found')
    await expect(saveRecipe(app, paste({ operatorId: 'op-b' }))).rejects.toThrow('not_found')
    const both = await Promise.allSettled([saveRecipe(app, paste()), saveRecipe(app, paste())])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(saveRecipe(app, paste())).rejects.toThrow('recipe_changed')
  })

  it('a new recipe is its first version', async () => {
    const { recipeId: _, ...draft } = paste()
    const { recipeId, version } = await saveRecipe(app, { ...draft, basedOn: 0, name: text('Dip') })
    expect(version).toBe(1)
    const made = (await currentRecipes(app, ['op-a'])).find(({ id }) => id === recipeId)
    expect(made).toMatchObject({ name: text('Dip'), minutes: 8, station: 'wok', lines: [{ quantity: 1000 }] })
  })
})
