import { describe, expect, it } from 'vitest'
import { CircularRecipe } from '../../../src/catalogue/domain/explode'
import { type IngredientFacts, labelOf, type Pot } from '../../../src/catalogue/domain/label'

const plain = { kcal: 100, proteinMg: 2_000, fatMg: 1_000, carbohydrateMg: 20_000, sodiumMg: 10 }
const facts = (change: Partial<IngredientFacts>): IngredientFacts => ({
  milligramsPerUnit: 1000,
  contains: [],
  mayContain: [],
  nutrition: plain,
  ...change,
})
const ingredients = new Map([
  ['rice', facts({})],
  ['soy', facts({ milligramsPerUnit: 1170, contains: ['soybeans', 'gluten'] })],
  ['egg', facts({ milligramsPerUnit: 50_000, contains: ['eggs'] })],
  ['peanut', facts({ contains: ['peanuts'], mayContain: ['nuts'] })],
  ['cashew', facts({ contains: ['nuts'], mayContain: ['peanuts'] })],
  ['spice', facts({ contains: null })],
])
const uses = (ingredientId: string, quantity: number) => ({ ingredientId, quantity })
const sub = (subRecipeId: string, quantity: number) => ({ subRecipeId, quantity })
const pot = (...lines: Pot['lines']): Pot => ({ yieldGrams: 200, lines })

describe('a label', () => {
  it('carries an allergen up through two sub-recipes', () => {
    const subs = new Map([
      ['paste', { yieldGrams: 1000, lines: [uses('peanut', 300)] }],
      ['dressing', { yieldGrams: 500, lines: [sub('paste', 100), uses('soy', 50)] }],
    ])
    const { allergens } = labelOf(pot(uses('rice', 90), sub('dressing', 25)), ingredients, subs)
    expect(allergens).toEqual({ contains: ['gluten', 'peanuts', 'soybeans'], mayContain: ['nuts'], assessed: true })
  })

  it('says what it contains once: what it may contain as well is left out', () => {
    const { allergens } = labelOf(pot(uses('peanut', 10), uses('cashew', 10)), ingredients, new Map())
    expect(allergens).toEqual({ contains: ['nuts', 'peanuts'], mayContain: [], assessed: true })
  })

  it('is not assessed when one ingredient is not, and keeps what is known of the others', () => {
    const { allergens } = labelOf(pot(uses('egg', 1), uses('spice', 1)), ingredients, new Map())
    expect(allergens).toEqual({ contains: ['eggs'], mayContain: [], assessed: false })
  })

  it('adds up nutrition by hand-made figures: 90 g rice, 20 ml soy at 1.17, one egg of 50 g, 25 of 500 g sauce with 100 g rice', () => {
    const subs = new Map([['sauce', { yieldGrams: 500, lines: [uses('rice', 100)] }]])
    const { nutrition } = labelOf(
      pot(uses('rice', 90), uses('soy', 20), uses('egg', 1), sub('sauce', 25)),
      ingredients,
      subs,
    )
    // 90 + 23.4 + 50 + 5 = 168.4 g of what has 100 kcal in 100 g
    expect(nutrition.kcal).toBe(168)
    expect(nutrition.carbohydrateMg).toBe(33_680)
    expect(nutrition.sodiumMg).toBe(17)
  })

  it('refuses a recipe that contains itself and one that is not there', () => {
    const round = new Map([
      ['a', { yieldGrams: 100, lines: [sub('b', 10)] }],
      ['b', { yieldGrams: 100, lines: [sub('a', 10)] }],
    ])
    expect(() => labelOf(pot(sub('a', 10)), ingredients, round)).toThrow(CircularRecipe)
    expect(() => labelOf(pot(sub('c', 10)), ingredients, round)).toThrow('c is unknown')
    expect(() => labelOf(pot(uses('salt', 1)), ingredients, round)).toThrow('salt is unknown')
  })
})
