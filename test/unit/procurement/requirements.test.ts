import { describe, expect, it } from 'vitest'
import { expectedPortions } from '../../../src/procurement/domain/expected-portions'
import { requirementsOf, stillNeeded } from '../../../src/procurement/domain/requirements'

const dish = {
  serviceDate: '2026-11-23',
  period: 'lunch' as const,
  dishId: 'tofu',
  recipeVersionId: 'tofu_1',
  firm: 0,
  open: true,
}
const served = (portions: number[], weekday = '2026-11-02', dishId = 'tofu') =>
  portions.map((each, i) => ({
    dishId,
    period: 'lunch' as const,
    serviceDate: `${weekday.slice(0, 8)}${String(Number(weekday.slice(8)) + (i % 4) * 7).padStart(2, '0')}`,
    portions: each,
  }))

describe('expected portions', () => {
  it('averages the same weekday, with its spread', () => {
    const mondays = served([100, 120, 80])
    const noise = served([999, 999], '2026-11-03')
    expect(expectedPortions(dish, [...mondays, ...noise])).toEqual({ mean: 100, spread: 20 })
  })

  it('lets firm orders consume the forecast', () => {
    const past = served([100, 120, 80])
    expect(expectedPortions({ ...dish, firm: 25 }, past)).toEqual({ mean: 100, spread: 15 })
    expect(expectedPortions({ ...dish, firm: 140 }, past)).toEqual({ mean: 140, spread: 0 })
  })

  it('is certain after the cut-off', () =>
    expect(expectedPortions({ ...dish, firm: 40, open: false }, served([100, 120, 80]))).toEqual({
      mean: 40,
      spread: 0,
    }))

  it('asks the neighbours on the menu for a new dish, and expects nothing without any history', () => {
    expect(expectedPortions(dish, served([60, 60], '2026-11-02', 'eggs')).mean).toBe(60)
    expect(expectedPortions(dish, []).mean).toBe(0)
  })
})

describe('requirements', () => {
  const explosion = new Map([
    ['tofu_1', [{ ingredientId: 'rice', perThousand: 180_000 }]],
    ['eggs_1', [{ ingredientId: 'rice', perThousand: 90_500 }]],
  ])

  it('K5 is exact to 1 g: 333 portions of 180 g and 7 of 90.5 g are 60,574 g', () => {
    const menu = [
      { ...dish, firm: 333, open: false },
      { ...dish, dishId: 'eggs', recipeVersionId: 'eggs_1', firm: 7, open: false },
    ]
    expect(requirementsOf(menu, explosion, []).get('rice')).toEqual([
      { date: '2026-11-23', need: 60_574, firm: 60_574, variance: 0 },
    ])
  })

  it('leaves out what cooked batches have taken', () => {
    const days = [{ date: '2026-11-23', need: 1_000, firm: 800, variance: 0 }]
    expect(stillNeeded(days, new Map([['2026-11-23', 700]]))[0]).toMatchObject({ need: 300, firm: 300 })
    expect(stillNeeded(days, new Map([['2026-11-23', 1_700]]))[0]).toMatchObject({ need: 0, firm: 0 })
  })
})
