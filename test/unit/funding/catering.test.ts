import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DIETS, forHeads, proposeMix } from '../../../src/funding/domain/catering'

const offer = fc.record({
  priceMinor: fc.integer({ min: 100, max: 4_000 }),
  category: fc.constantFrom('rice_bowl', 'noodles', 'soup', 'greens'),
  tags: fc.subarray([...DIETS]),
  left: fc.integer({ min: 0, max: 60 }),
})
const offers = fc.array(offer, { maxLength: 12 }).map((all) => all.map((one, i) => ({ ...one, offerId: `o${i}` })))

describe('what so many heads eat', () => {
  it('stays within the money and the portions, and feeds everybody or says whom not', () => {
    fc.assert(
      fc.property(offers, fc.integer({ min: 1, max: 80 }), fc.integer({ min: 0, max: 5 }), (all, heads, vegan) => {
        const perHeadMinor = 2_500
        const diets = { vegan: Math.min(vegan, heads) }
        const { lines, unfed } = proposeMix({ heads, perHeadMinor, diets, offers: all })
        const of = new Map(all.map((one) => [one.offerId, one]))
        const cost = lines.reduce(
          (sum, { offerId, quantity }) => sum + quantity * (of.get(offerId)?.priceMinor ?? 0),
          0,
        )
        expect(cost).toBeLessThanOrEqual(heads * perHeadMinor)
        for (const { offerId, quantity } of lines) {
          expect(quantity).toBeGreaterThan(0)
          expect(quantity).toBeLessThanOrEqual(of.get(offerId)?.left ?? 0)
        }
        const mains = lines.filter(({ offerId }) => !['soup', 'greens'].includes(of.get(offerId)?.category ?? ''))
        const fed = mains.reduce((sum, { quantity }) => sum + quantity, 0)
        expect(fed + (unfed.vegan ?? 0) + (unfed.other ?? 0)).toBe(heads)
        const suits = mains.filter(({ offerId }) => of.get(offerId)?.tags.includes('vegan'))
        expect(suits.reduce((sum, { quantity }) => sum + quantity, 0)).toBeGreaterThanOrEqual(
          diets.vegan - (unfed.vegan ?? 0),
        )
      }),
    )
  })

  it('gives ten heads a dish each, two of them vegan, and soup where 20.00 a head allow it', () => {
    const dishes = [
      { offerId: 'beef', priceMinor: 1_800, category: 'rice_bowl', tags: [], left: 50 },
      { offerId: 'tofu', priceMinor: 1_400, category: 'rice_bowl', tags: ['vegan'], left: 50 },
      { offerId: 'soup', priceMinor: 300, category: 'soup', tags: ['vegan'], left: 50 },
    ]
    // 4 + 4 for the eight, 2 tofu: 4 × 18 + 6 × 14 = 156.00; 44.00 are left for ten soups
    expect(proposeMix({ heads: 10, perHeadMinor: 2_000, diets: { vegan: 2 }, offers: dishes })).toEqual({
      lines: [
        { offerId: 'tofu', quantity: 6 },
        { offerId: 'beef', quantity: 4 },
        { offerId: 'soup', quantity: 10 },
      ],
      unfed: {},
    })
    expect(forHeads([{ quantity: 6 }, { quantity: 4 }, { quantity: 10 }], 10, 15)).toEqual([
      { quantity: 9 },
      { quantity: 6 },
      { quantity: 15 },
    ])
  })
})
