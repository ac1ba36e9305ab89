import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { missing, orderUpTo, packPrice, packsFor, safetyStock } from '../../../src/procurement/domain/replenishment'

const terms = (over: Partial<Parameters<typeof packsFor>[1]> = {}) => ({
  packSize: 1,
  minimumPacks: 0,
  multiplePacks: 1,
  priceMinor: 1_000,
  priceBreaks: [],
  ...over,
})

const quantity = fc.integer({ min: 0, max: 1_000_000 })
const situation = fc.record({
  demand: fc.record({ need: quantity, variance: fc.integer({ min: 0, max: 1_000_000 }) }),
  position: fc
    .tuple(quantity, quantity, fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([onHand, onOrder, share]) => ({ onHand, onOrder, expiring: Math.floor(onHand * share) })),
  pack: fc.record({
    packSize: fc.integer({ min: 1, max: 25_000 }),
    minimumPacks: fc.integer({ min: 0, max: 20 }),
    multiplePacks: fc.integer({ min: 1, max: 12 }),
  }),
})

describe('order-up-to', () => {
  it('P1 nets need against stock and orders: 373 portions of 180 g with 10 kg here and 5 kg coming lack 52,140 g', () => {
    const demand = { need: 373 * 180, variance: 0 }
    expect(missing(demand, { onHand: 10_000, expiring: 0, onOrder: 5_000 })).toBe(52_140)
    expect(missing(demand, { onHand: 10_000, expiring: 4_000, onOrder: 5_000 })).toBe(56_140)
  })

  it('keeps 1.65 standard deviations as safety: 165 for a spread of 100', () => {
    expect(safetyStock({ need: 0, variance: 10_000 })).toBe(165)
    expect(orderUpTo({ need: 1_000, variance: 10_000 })).toBe(1_165)
  })

  it('P2 buys 4 packs of 12 for a need of 15 when packs are sold by four', () => {
    expect(packsFor(15, terms({ packSize: 12, multiplePacks: 4 }))).toBe(4)
    expect(packsFor(15, terms({ packSize: 12, minimumPacks: 4 }))).toBe(4)
    expect(packsFor(15, terms({ packSize: 12 }))).toBe(2)
    expect(packsFor(0, terms({ packSize: 12, minimumPacks: 4 }))).toBe(0)
  })

  it('reaches the level with less than one multiple to spare, or orders the minimum, or nothing', () =>
    fc.assert(
      fc.property(situation, ({ demand, position, pack }) => {
        const packs = packsFor(missing(demand, position), terms(pack))
        const after = position.onHand - position.expiring + position.onOrder + packs * pack.packSize
        expect(after).toBeGreaterThanOrEqual(orderUpTo(demand))
        expect(packs % pack.multiplePacks).toBe(0)
        if (packs === 0) return
        expect(packs).toBeGreaterThanOrEqual(pack.minimumPacks)
        if (packs - pack.multiplePacks >= pack.minimumPacks)
          expect(after - pack.multiplePacks * pack.packSize).toBeLessThan(orderUpTo(demand))
      }),
    ))

  it('takes the price of the highest break reached, for all packs', () => {
    const stepped = terms({
      priceBreaks: [
        { packs: 10, priceMinor: 950 },
        { packs: 50, priceMinor: 900 },
      ],
    })
    expect([9, 10, 49, 50].map((packs) => packPrice(packs, stepped))).toEqual([1_000, 950, 950, 900])
  })
})
