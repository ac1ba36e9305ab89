import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, taxIncluded } from '../../../src/kernel/money'

describe('money', () => {
  it('splits 100.00 over three equal parts to the last fen', () => {
    expect(allocate(10_000, [1, 1, 1])).toEqual([3_334, 3_333, 3_333])
  })

  it('never loses or invents a fen, and keeps every part within one of its share', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), weights, (total, shares) => {
        const sum = shares.reduce((a, b) => a + b, 0)
        fc.pre(sum > 0)
        const parts = allocate(total, shares)
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total)
        parts.forEach((part, i) => expect(Math.abs(part - (total * (shares[i] ?? 0)) / sum)).toBeLessThan(1))
      }),
    )
  })

  it('finds 1.02 of tax at 6 % inside 18.00', () => {
    expect(taxIncluded(1_800, 600)).toBe(102)
  })
})
