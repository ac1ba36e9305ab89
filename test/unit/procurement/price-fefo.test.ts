import { describe, expect, it } from 'vitest'
import { explode } from '../../../src/catalogue/domain/explode'
import { priceFefo, type PricedLot } from '../../../src/procurement/domain/price-fefo'

const lot = (id: string, expiresOn: string, quantity: number, costPerThousand: number): PricedLot => ({
  id,
  ingredientId: id.split('-')[0] ?? '',
  expiresOn,
  quantity,
  costPerThousand,
})
const shelf = (...lots: PricedLot[]) => {
  const ids = [...new Set(lots.map(({ ingredientId }) => ingredientId))]
  return new Map(ids.map((id) => [id, lots.filter(({ ingredientId }) => ingredientId === id)]))
}

describe('what needs cost', () => {
  it('K5 uses lot prices: 333 portions by the lots that go first, and what no lot covers as the last one', () => {
    const sauce = {
      recipeId: 'sauce',
      yieldGrams: 2_000,
      lines: [{ ingredientId: 'soy', quantity: 2_000, wasteBps: 0 }],
    }
    const rice = { ingredientId: 'rice', quantity: 180, wasteBps: 0 }
    const dish = { recipeId: 'dish', yieldGrams: 432, lines: [rice, { subRecipeId: 'sauce', quantity: 50 }] }
    const needs = [...explode(dish, 333, new Map([['sauce', sauce]]))].map(([ingredientId, quantity]) => {
      return { ingredientId, quantity }
    })
    // 59,940 g of rice: 40 kg at 5.00 that expire first, the rest at 6.00; 16,650 g of soy at 8.00 with 10 kg there
    const lots = shelf(
      lot('rice-new', '2026-12-30', 900_000, 600),
      lot('rice-old', '2026-12-01', 40_000, 500),
      lot('rice-gone', '2026-11-01', 90_000, 100),
      lot('soy-1', '2027-05-01', 10_000, 800),
    )
    expect(priceFefo(needs, lots, '2026-11-24')).toEqual({
      costMinor: 40 * 500 + Math.round(19.94 * 600) + Math.round(16.65 * 800),
      unpriced: [],
    })
  })

  it('names what has no lot, and prices the rest', () => {
    const needs = [
      { ingredientId: 'rice', quantity: 1_000 },
      { ingredientId: 'saffron', quantity: 1 },
    ]
    const priced = priceFefo(needs, shelf(lot('rice-1', '2026-12-01', 1, 500)), '2026-11-24')
    expect(priced).toEqual({ costMinor: 500, unpriced: ['saffron'] })
  })
})
