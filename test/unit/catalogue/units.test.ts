import { describe, expect, it } from 'vitest'
import { checkRecipes } from '../../../src/catalogue/domain/check-recipes'
import { takings } from '../../../src/catalogue/domain/explode'
import type { IngredientFacts } from '../../../src/catalogue/domain/label'
import { inOwnUnit, type Measures } from '../../../src/catalogue/domain/units'

/** Oil: 0.92 g a ml, 5 l a can. Eggs: 50 g a piece, 30 a tray. */
const oil: Measures = {
  unit: 'ml',
  equivalences: [
    { of: '1', unit: 'ml', make: '0.92', into: 'g' },
    { of: '1', unit: 'can', make: '5', into: 'l' },
  ],
}
const egg: Measures = {
  unit: 'piece',
  equivalences: [
    { of: '1', unit: 'piece', make: '50', into: 'g' },
    { of: '1', unit: 'tray', make: '30', into: 'piece' },
  ],
}
const facts = (measures: Measures): IngredientFacts => ({
  milligramsPerUnit: 1_000,
  measures,
  contains: [],
  mayContain: [],
  nutrition: { kcal: 0, proteinMg: 0, fatMg: 0, carbohydrateMg: 0, sodiumMg: 0 },
})
const pantry = new Map([
  ['oil', facts(oil)],
  ['egg', facts(egg)],
])
const recipe = (id: string, ...lines: Parameters<typeof checkRecipes>[0][number]['lines'][number][]) => ({ id, lines })

describe('units', () => {
  it('convert over mass, volume, count and package, exactly', () => {
    expect(inOwnUnit({ quantity: 460, unit: 'g' }, oil)).toBe(500)
    expect(inOwnUnit({ quantity: 2, unit: 'can' }, oil)).toBe(10_000)
    expect(inOwnUnit({ quantity: 0.5, unit: 'kg' }, oil)).toBeCloseTo(543.478260869, 9)
    expect(inOwnUnit({ quantity: 25, unit: 'g' }, egg)).toBe(0.5)
    expect(inOwnUnit({ quantity: 2, unit: 'tray' }, egg)).toBe(60)
  })

  it('are refused when there is no way, or two ways differ', () => {
    expect(() => inOwnUnit({ quantity: 1, unit: 'ml' }, egg)).toThrow('does not come to any piece')
    const bottle = { of: '1', unit: 'bottle', make: '500', into: 'ml' }
    const weighed = { of: '1', unit: 'bottle', make: '480', into: 'g' }
    const closes = { ...oil, equivalences: [...oil.equivalences, bottle, { ...weighed, make: '460' }] }
    expect(inOwnUnit({ quantity: 1, unit: 'bottle' }, closes)).toBe(500)
    // 500 ml weigh 460 g, not 480
    const open = { ...oil, equivalences: [...oil.equivalences, bottle, weighed] }
    expect(() => inOwnUnit({ quantity: 1, unit: 'bottle' }, open)).toThrow('different amounts')
    const nothing = { ...oil, equivalences: [{ of: '1', unit: 'ml', make: '0', into: 'g' }] }
    expect(() => inOwnUnit({ quantity: 1, unit: 'g' }, nothing)).toThrow('cannot be')
  })
})

describe('saving recipes', () => {
  it('writes amounts in the ingredient’s own unit', () => {
    const line = { ingredientId: 'egg', quantity: 75, unit: 'g', wasteBps: 0 }
    expect(checkRecipes([recipe('a', line)], pantry)[0]?.lines).toEqual([
      { ingredientId: 'egg', quantity: 1.5, wasteBps: 0 },
    ])
  })

  it('refuses a circle, a unit that does not convert and what nobody knows', () => {
    const circle = [
      recipe('a', { subRecipeId: 'b', quantity: 1, wasteBps: 0 }),
      recipe('b', { subRecipeId: 'a', quantity: 1, wasteBps: 0 }),
    ]
    expect(() => checkRecipes(circle, pantry)).toThrow(
      expect.objectContaining({ code: 'circular_recipe', params: { recipe: 'a → b → a' } }),
    )
    const spoon = recipe('a', { ingredientId: 'oil', quantity: 1, unit: 'spoon', wasteBps: 0 })
    expect(() => checkRecipes([spoon], pantry)).toThrow(
      expect.objectContaining({ code: 'no_conversion', params: { ingredient: 'oil', unit: 'spoon' } }),
    )
    const stranger = recipe('a', { ingredientId: 'salt', quantity: 1, wasteBps: 0 })
    expect(() => checkRecipes([stranger], pantry)).toThrow(expect.objectContaining({ code: 'unknown_component' }))
  })
})

describe('what a site gets ready-made', () => {
  it('K5 stops at the sauce where it comes ready-made, and looks into it where it is cooked', () => {
    const sauce = {
      recipeId: 'sauce',
      yieldGrams: 2_000,
      lines: [{ ingredientId: 'soy', quantity: 1_500, wasteBps: 0 }],
    }
    const dish = {
      recipeId: 'dish',
      yieldGrams: 480,
      lines: [
        { ingredientId: 'rice', quantity: 180, wasteBps: 0 },
        { subRecipeId: 'sauce', quantity: 50 },
      ],
    }
    const known = new Map([['sauce', sauce]])
    const satellite = takings(dish, 333, known, new Set(['sauce']))
    expect([...satellite.ingredients]).toEqual([['rice', 59_940]])
    expect([...satellite.readyMade]).toEqual([['sauce', 16_650]])
    // the central kitchen: 16,650 g are 8.325 batches
    expect(takings(sauce, 16_650 / 2_000, known).ingredients.get('soy')).toBeCloseTo(12_487.5, 9)
  })
})
