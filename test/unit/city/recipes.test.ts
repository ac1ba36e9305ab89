import { describe, expect, it } from 'vitest'
import { buildCity } from '../../../src/scripts/city/city'
import { DISHES } from '../../../src/scripts/city/dishes/dish-list'
import type { Ingredient } from '../../../src/scripts/city/ingredients/ingredient'
import { ingredientsIn } from '../../../src/scripts/city/recipes/recipe'
import { SUB_RECIPES } from '../../../src/scripts/city/recipes/sub-recipes'

const { ingredients, recipes, dishes } = buildCity('2026-11-23')
const inDish = (key: string): Map<string, number> => {
  const dish = DISHES.find((candidate) => candidate.key === key)
  if (!dish) throw new Error(`no dish ${key}`)
  return new Map([...ingredientsIn(dish.recipe)].map(([ingredient, grams]) => [ingredient.id, grams]))
}
const contained = (list: Iterable<Ingredient>) =>
  new Set([...list].flatMap(({ allergens }) => allergens?.contains ?? []))

describe('recipes', () => {
  it('close: every dish of every operator has a recipe, a price, and lines of whole grams', () => {
    const ids = new Set(recipes.map(({ id }) => id))
    for (const dish of dishes) {
      expect(ids).toContain(dish.recipeId)
      expect(dish.priceMinor).toBeGreaterThan(0)
    }
    for (const { recipe } of recipes) {
      expect(recipe.lines.length).toBeGreaterThan(0)
      expect(recipe.yieldGrams).toBeGreaterThan(0)
      for (const { grams } of recipe.lines) expect(Number.isInteger(grams) && grams > 0).toBe(true)
    }
  })

  it('use every ingredient and every sub-recipe somewhere', () => {
    const used = new Set(DISHES.flatMap(({ recipe }) => [...ingredientsIn(recipe).keys()]))
    expect(ingredients.filter((ingredient) => !used.has(ingredient))).toEqual([])
    const lines = [...DISHES.map(({ recipe }) => recipe), ...SUB_RECIPES.values()].flatMap((recipe) => recipe.lines)
    const usedSubs = new Set(lines.flatMap((line) => (line.kind === 'sub_recipe' ? [line.recipe.key] : [])))
    expect([...SUB_RECIPES.keys()].filter((key) => !usedSubs.has(key))).toEqual([])
  })

  it('take eggs and other pieces whole', () => {
    for (const { recipe } of recipes)
      for (const line of recipe.lines)
        if (line.kind === 'ingredient' && line.ingredient.unit === 'piece')
          expect((line.grams * 1000) % line.ingredient.milligramsPerUnit).toBe(0)
  })

  it('make a plate a person can eat: 50 to 620 g, 60 to 800 kcal, at most 44% of the price in ingredients', () => {
    for (const { key, recipe, priceMinor } of DISHES) {
      let kcal = 0
      let cost = 0
      for (const [ingredient, grams] of ingredientsIn(recipe)) {
        kcal += (ingredient.nutrition.kcal * grams) / 100
        const bought = grams / (1 - ingredient.wasteBps / 10_000)
        cost += ((bought * 1000) / ingredient.milligramsPerUnit) * (ingredient.packPriceMinor / ingredient.pack)
      }
      expect(recipe.yieldGrams, key).toBeGreaterThanOrEqual(50)
      expect(recipe.yieldGrams, key).toBeLessThanOrEqual(620)
      expect(kcal, key).toBeGreaterThan(60)
      expect(kcal, key).toBeLessThan(800)
      expect(cost / priceMinor, key).toBeLessThan(0.44)
    }
  })

  it('weigh what the cook says: brisket 120 g raw, rice 90 g raw that becomes 207 g', () => {
    const grams = inDish('tomato_beef_rice')
    expect(grams.get('ing_beef_brisket')).toBe(120)
    expect(grams.get('ing_rice')).toBe(90)
    expect(DISHES.find(({ key }) => key === 'steamed_rice')?.recipe.yieldGrams).toBe(207)
  })

  it('carry allergens through sub-recipes of sub-recipes: peanut reaches mouth-watering chicken by its third level', () => {
    const chicken = DISHES.find(({ key }) => key === 'mouthwater_chicken')
    if (!chicken) throw new Error('no mouth-watering chicken')
    expect(
      chicken.recipe.lines.some((line) => line.kind === 'ingredient' && line.ingredient.id === 'ing_peanut_butter'),
    ).toBe(false)
    expect(contained(ingredientsIn(chicken.recipe).keys())).toEqual(
      new Set(['soybeans', 'gluten', 'sesame', 'peanuts']),
    )
    // 40 g of 1,800 g dressing, of which 300 g sauce from 1,400 g with 250 g peanut butter
    expect(inDish('mouthwater_chicken').get('ing_peanut_butter')).toBeCloseTo((40 * 300 * 250) / (1800 * 1400), 9)
  })

  it('know dishes that cannot be assessed, and say so of few', () => {
    const unknown = DISHES.filter(({ recipe }) => [...ingredientsIn(recipe).keys()].some((i) => i.allergens === null))
    expect(unknown.map(({ key }) => key).sort()).toEqual(['chopped_chilli_fish', 'tea_egg'])
  })

  it('are vegetarian and vegan where the tag says so', () => {
    for (const { key, tags, recipe } of DISHES) {
      const used = [...ingredientsIn(recipe).keys()]
      const groups = new Set(used.map(({ group }) => group))
      const holds = contained(used)
      const vegan = tags.includes('vegan')
      if (!vegan && !tags.includes('vegetarian')) continue
      expect(groups.has('meat') || groups.has('seafood') || holds.has('molluscs') || holds.has('fish'), key).toBe(false)
      const birds = used.filter(({ group, id }) => group === 'poultry' && !id.startsWith('ing_egg'))
      expect(birds, key).toEqual([])
      if (vegan) expect(holds.has('eggs') || holds.has('milk'), key).toBe(false)
    }
  })

  it('have ingredients whose nutrition adds up within what 100 g can hold', () => {
    for (const { id, nutrition: n } of ingredients) {
      expect(n.proteinMg + n.fatMg + n.carbohydrateMg, id).toBeLessThanOrEqual(101_000)
      expect(n.saturatedMg, id).toBeLessThanOrEqual(n.fatMg)
      expect(n.sugarMg, id).toBeLessThanOrEqual(n.carbohydrateMg)
      const fromParts = (n.proteinMg * 4 + n.fatMg * 9 + n.carbohydrateMg * 4) / 1000
      // fibre counts half and alcohol is no carbohydrate, so a wide margin
      expect(Math.abs(fromParts - n.kcal), id).toBeLessThan(Math.max(45, n.kcal * 0.9))
    }
  })
})
