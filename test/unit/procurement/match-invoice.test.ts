import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchLine, type ThreeWay } from '../../../src/procurement/domain/match-invoice'

const TOLERANCES = { priceToleranceBps: 200, quantityToleranceBps: 100 }
/** 100 kg of rice came, at 128.00 for 25 kg. */
const line = (over: Partial<ThreeWay> = {}): ThreeWay => ({
  received: 100_000,
  invoicedBefore: 0,
  invoiced: 100_000,
  amountMinor: 51_200,
  priceMinor: 12_800,
  packSize: 25_000,
  ...over,
})
const match = (over: Partial<ThreeWay> = {}) => matchLine(line(over), TOLERANCES)

describe('three-way match', () => {
  it('agrees when order, receipt and invoice say the same', () => {
    expect(match()).toEqual({ match: 'agreed', payableMinor: 51_200, differences: [] })
  })

  it('pays 1% more goods and 2% more price as asked, and not a fen beyond', () => {
    expect(match({ invoiced: 101_000, amountMinor: 51_712 })).toMatchObject({
      match: 'within_tolerance',
      payableMinor: 51_712,
    })
    expect(match({ amountMinor: 52_224 })).toMatchObject({ match: 'within_tolerance', payableMinor: 52_224 })
    expect(match({ amountMinor: 52_225 })).toEqual({
      match: 'differs',
      payableMinor: 51_200,
      differences: [{ kind: 'price', expected: 512, found: 522, amountMinor: 1_025 }],
    })
  })

  it('holds back what did not come, by hand: 120 kg asked for 614.40 of 100 received', () => {
    expect(match({ invoiced: 120_000, amountMinor: 61_440 })).toEqual({
      match: 'differs',
      payableMinor: 51_200,
      differences: [{ kind: 'quantity', expected: 100_000, found: 120_000, amountMinor: 10_240 }],
    })
  })

  it('holds back everything when nothing came, or all of it was invoiced before', () => {
    expect(match({ received: 0 })).toMatchObject({
      payableMinor: 0,
      differences: [{ kind: 'not_received', amountMinor: 51_200 }],
    })
    expect(match({ invoicedBefore: 100_000 })).toMatchObject({ payableMinor: 0 })
  })

  it('splits what was asked into payable and disputed, to the fen', () => {
    fc.assert(
      fc.property(
        fc.record({
          received: fc.nat(1_000_000),
          invoicedBefore: fc.nat(1_000_000),
          invoiced: fc.integer({ min: 1, max: 1_000_000 }),
          amountMinor: fc.nat(10_000_000),
          priceMinor: fc.nat(100_000),
          packSize: fc.integer({ min: 1, max: 50_000 }),
        }),
        (asked) => {
          const { payableMinor, differences } = matchLine(asked, TOLERANCES)
          const disputed = differences.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
          expect(payableMinor + disputed).toBe(asked.amountMinor)
          expect(payableMinor).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })
})
