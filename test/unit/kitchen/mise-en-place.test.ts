import { describe, expect, it } from 'vitest'
import { mixes } from '../../../src/catalogue/domain/explode'
import { expectedPortions, miseEnPlace } from '../../../src/kitchen/domain/mise-en-place'

const text = (en: string) => ({ zh: en, en })
const step = (station: string, minutes: number, when: 'service' | 'day_before') => {
  return { text: text(station), station, minutes, attended: true, when }
}

describe('the work of the day before', () => {
  it('is the steps that may be made then, batch by batch, and what is made by weight', () => {
    const steps = [step('cold', 10, 'day_before'), step('wok', 8, 'service')]
    const pork = { recipeId: 'pork', name: text('Pork'), portions: 45, batchPortions: 20, steps }
    const sauce = {
      recipeId: 'sauce',
      name: text('Sauce'),
      grams: 4_100,
      yieldGrams: 2_000,
      station: 'wok',
      minutes: 25,
    }
    expect(miseEnPlace([pork], [sauce])).toEqual([
      {
        id: 'sauce',
        name: text('Sauce'),
        text: null,
        station: 'wok',
        portions: 0,
        grams: 4_100,
        batches: 3,
        minutes: 75,
      },
      {
        id: 'pork:1',
        name: text('Pork'),
        text: text('cold'),
        station: 'cold',
        portions: 45,
        grams: null,
        batches: 3,
        minutes: 30,
      },
    ])
    expect(miseEnPlace([{ ...pork, portions: 0 }], [])).toEqual([])
  })

  it('weighs sauces through the sauces they are in', () => {
    const oil = { recipeId: 'oil', yieldGrams: 100, lines: [] }
    const sauce = { recipeId: 'sauce', yieldGrams: 200, lines: [{ subRecipeId: 'oil', quantity: 50 }] }
    const dish = { recipeId: 'dish', yieldGrams: 300, lines: [{ subRecipeId: 'sauce', quantity: 20 }] }
    const known = new Map([oil, sauce].map((one) => [one.recipeId, one]))
    expect(Object.fromEntries(mixes([{ formula: dish, portions: 30 }], known))).toEqual({ sauce: 600, oil: 150 })
  })

  it('counts on what is ordered, or on what is foreseen where that is more', () => {
    const dish = (dishId: string, recipeVersionId: string | null = `${dishId}-v1`) => {
      return { menuDayId: 'day', period: 'lunch', dishId, recipeVersionId }
    }
    const ordered = [
      { period: 'lunch', dishId: 'a', portions: 30 },
      { period: 'dinner', dishId: 'b', portions: 9 },
    ]
    const foreseen = [
      { period: 'lunch', dishId: 'a', chosen: 20 },
      { period: 'lunch', dishId: 'b', chosen: 12 },
    ]
    const found = expectedPortions([dish('a'), dish('b'), dish('c'), dish('d', null)], ordered, foreseen)
    expect(found.map(({ versionId, portions }) => [versionId, portions])).toEqual([
      ['a-v1', 30],
      ['b-v1', 12],
    ])
  })
})
