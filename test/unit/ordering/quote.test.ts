import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PricedItem, quote } from '../../../src/ordering/domain/quote'

const item = (given: Partial<PricedItem> = {}): PricedItem => ({
  offerId: 'offer',
  menuDayId: 'lunch',
  operatorId: 'op',
  dishId: 'dish',
  variantId: null,
  recipeVersionId: null,
  name: { zh: '米饭', en: 'Rice' },
  quantity: 1,
  unitMinor: 1_800,
  taxBps: 600,
  allergens: { contains: [], mayContain: [], assessed: true },
  ...given,
})
const fee = { of: () => 300, taxBps: 600 }

describe('quote', () => {
  it('adds up lunch and dinner with a fee for each drop', () => {
    const lunch = [item({ quantity: 2 }), item({ unitMinor: 1_000 })]
    const { groups, ...totals } = quote([...lunch, item({ menuDayId: 'dinner' })], fee)
    // tax inside: 36.00 → 2.04, 10.00 → 0.57, 18.00 → 1.02, twice 3.00 → 0.17
    expect(totals).toEqual({ itemsMinor: 6_400, feeMinor: 600, totalMinor: 7_000, taxMinor: 397, feeTaxMinor: 34 })
    expect(groups.map(({ menuDayId, boxes, itemsMinor }) => [menuDayId, boxes, itemsMinor])).toEqual([
      ['lunch', 3, 4_600],
      ['dinner', 1, 1_800],
    ])
  })

  it('asks each meal for its own fee, by what is in it', () => {
    const large = { of: ({ itemsMinor }: { itemsMinor: number }) => (itemsMinor >= 3_000 ? 0 : 300), taxBps: 600 }
    const { feeMinor, groups } = quote([item({ quantity: 2 }), item({ menuDayId: 'dinner' })], large)
    expect(groups.map((group) => group.feeMinor)).toEqual([0, 300])
    expect(feeMinor).toBe(300)
  })

  it('is the sum of its groups and holds less tax than money', () => {
    const items = fc.array(
      fc.record({
        menuDayId: fc.constantFrom('a', 'b', 'c'),
        quantity: fc.integer({ min: 1, max: 99 }),
        unitMinor: fc.integer({ min: 0, max: 100_000 }),
        taxBps: fc.constantFrom(0, 100, 600, 900, 1_300),
      }),
      { minLength: 1, maxLength: 20 },
    )
    fc.assert(
      fc.property(items, (wishes) => {
        const basket = quote(wishes.map(item), fee)
        const parts = basket.groups.map(({ itemsMinor, feeMinor }) => itemsMinor + feeMinor)
        expect(parts.reduce((a, b) => a + b, 0)).toBe(basket.totalMinor)
        expect(basket.taxMinor).toBeGreaterThanOrEqual(0)
        expect(basket.taxMinor).toBeLessThanOrEqual(basket.totalMinor)
      }),
    )
  })
})
