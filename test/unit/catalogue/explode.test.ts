import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CircularRecipe, explode, type Formula } from '../../../src/catalogue/domain/explode'

/** 2 kg of sauce from 1.5 kg soy sauce and 500 g sugar. */
const sauce: Formula = {
  recipeId: 'sauce',
  yieldGrams: 2_000,
  lines: [
    { ingredientId: 'soy', quantity: 1_500, wasteBps: 0 },
    { ingredientId: 'sugar', quantity: 500, wasteBps: 0 },
  ],
}
const dish: Formula = {
  recipeId: 'dish',
  yieldGrams: 480,
  lines: [
    { ingredientId: 'rice', quantity: 180, wasteBps: 0 },
    { ingredientId: 'greens', quantity: 90, wasteBps: 1_000 },
    { subRecipeId: 'sauce', quantity: 50 },
  ],
}
const kitchen = new Map([['sauce', sauce]])

describe('explode', () => {
  it('K5 needs for 333 portions, to the gram and with waste applied once', () => {
    expect(Object.fromEntries(explode(dish, 333, kitchen))).toEqual({
      rice: 59_940, // 333 × 180
      greens: 33_300, // 333 × 90 / 0.9
      soy: 12_488, // 333 × 50 × 1500 / 2000 = 12,487.5
      sugar: 4_163, // 333 × 50 × 500 / 2000 = 4,162.5
    })
  })

  it('rounds once, so that many portions together never need more than one by one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (portions) => {
        const one = explode(dish, 1, kitchen)
        for (const [ingredient, need] of explode(dish, portions, kitchen)) {
          expect(need).toBeLessThanOrEqual((one.get(ingredient) ?? 0) * portions)
          expect(Number.isInteger(need)).toBe(true)
        }
      }),
    )
  })

  it('refuses a recipe that contains itself', () => {
    const loop: Formula = { recipeId: 'a', yieldGrams: 1, lines: [{ subRecipeId: 'b', quantity: 1 }] }
    const back: Formula = { recipeId: 'b', yieldGrams: 1, lines: [{ subRecipeId: 'a', quantity: 1 }] }
    const around = new Map([
      ['a', loop],
      ['b', back],
    ])
    expect(() => explode(loop, 1, around)).toThrow(CircularRecipe)
  })
})
