import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Drop, type FeeRule, feeFor } from '../../../src/delivery/domain/fee'

const rule = (id: string, over: Partial<FeeRule> = {}): FeeRule => ({
  id,
  siteId: null,
  communityId: null,
  pointKind: null,
  fromMetres: 0,
  toMetres: null,
  fromMinor: 0,
  toMinor: null,
  feeMinor: 300,
  perKmMinor: 0,
  ...over,
})
const drop = (over: Partial<Drop> = {}): Drop => ({
  siteId: 'K1',
  communityId: 'c1',
  pointKind: 'door',
  metres: 2_400,
  itemsMinor: 4_500,
  pointFeeMinor: 500,
  ...over,
})
const RULES = [
  rule('near', { toMetres: 2_000, feeMinor: 200 }),
  rule('far', { fromMetres: 2_000, feeMinor: 300, perKmMinor: 100 }),
  rule('large', { fromMinor: 6_000, feeMinor: 0 }),
  rule('ours', { communityId: 'c9', feeMinor: 100 }),
]

describe('feeFor', () => {
  it('counts kilometres, order value and community, and says why', () => {
    // 400 m beyond 2 km are one kilometre begun
    expect(feeFor(RULES, drop())).toEqual({
      feeMinor: 400,
      ruleId: 'far',
      reason: { zh: '路程 2.4 公里', en: '2.4 km from the kitchen' },
    })
    expect(feeFor(RULES, drop({ itemsMinor: 6_000 }))).toMatchObject({ feeMinor: 0, reason: { zh: '满 60 元' } })
    expect(feeFor(RULES, drop({ communityId: 'c9', itemsMinor: 9_000 }))).toMatchObject({
      ruleId: 'ours',
      feeMinor: 100,
    })
  })

  it('takes lower ends in and leaves upper ends out', () => {
    expect(feeFor(RULES, drop({ metres: 1_999 })).ruleId).toBe('near')
    expect(feeFor(RULES, drop({ metres: 2_000 }))).toMatchObject({ ruleId: 'far', feeMinor: 300 })
    expect(feeFor(RULES, drop({ itemsMinor: 5_999 })).ruleId).toBe('far')
  })

  it('R5 another point is another fee, and without a rule the point asks its own', () => {
    const byKind = [rule('locker', { pointKind: 'locker', feeMinor: 0 })]
    expect(feeFor(byKind, drop({ pointKind: 'locker' }))).toMatchObject({ feeMinor: 0, reason: { en: 'to a locker' } })
    expect(feeFor(byKind, drop())).toMatchObject({ feeMinor: 500, ruleId: null })
    expect(feeFor([], drop({ pointFeeMinor: 0 })).feeMinor).toBe(0)
  })

  it('gives the same answer in whatever order the rules stand', () => {
    const some = fc.shuffledSubarray(RULES)
    const any = fc.record({
      metres: fc.nat(9_000),
      itemsMinor: fc.nat(9_000),
      communityId: fc.constantFrom('c1', 'c9'),
    })
    fc.assert(
      fc.property(some, any, (rules, over) => {
        const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1))
        expect(feeFor(rules, drop(over))).toEqual(feeFor(sorted, drop(over)))
      }),
    )
  })
})
