import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AllowanceRule, bucketOf, pays } from '../../../src/funding/domain/allowance'
import { GOODWILL, replay } from '../../../src/funding/domain/replay'
import { CHARGE_KINDS, type Charge, type Payer, split } from '../../../src/funding/domain/tender'

const FEES = ['delivery_fee', 'packaging', 'tip', 'alcohol', 'retail_goods'] as const
const company = (limitMinor: number): Payer => ({ id: 'company', limitMinor, excludes: FEES })
const CARD: Payer = { id: 'card', limitMinor: Number.MAX_SAFE_INTEGER, excludes: [] }
const food = (id: string, amountMinor: number): Charge => ({ id, kind: 'food', amountMinor })

/** Food 18 + 10 + 4 and a fee of 3. */
const LUNCH = [
  food('a', 1_800),
  food('b', 1_000),
  food('c', 400),
  { id: 'fee', kind: 'delivery_fee', amountMinor: 300 },
] as const
const amounts = (order: readonly Charge[], payers: readonly Payer[]) =>
  Object.fromEntries(split(order, payers).shares.map(({ payerId, amountMinor }) => [payerId, amountMinor]))

const charges = fc
  .array(fc.record({ kind: fc.constantFrom(...CHARGE_KINDS), amountMinor: fc.integer({ min: 0, max: 5_000 }) }), {
    maxLength: 6,
  })
  .map((list) => list.map((charge, i) => ({ ...charge, id: `c${i}` })))
const payers = fc
  .array(
    fc.record({
      limitMinor: fc.integer({ min: 0, max: 6_000 }),
      excludes: fc.subarray([...CHARGE_KINDS]),
    }),
    { maxLength: 4 },
  )
  .map((list) => [...list.map((payer, i) => ({ ...payer, id: `p${i}` })), CARD])

describe('who pays what', () => {
  it('B3 lets the company pay food up to its allowance and the employee the rest', () => {
    expect(amounts(LUNCH, [company(2_500), CARD])).toEqual({ company: 2_500, card: 1_000 })
    expect(amounts([food('a', 1_800)], [company(2_500), CARD])).toEqual({ company: 1_800, card: 0 })
  })

  it('gives every charge whole to its payers, and no payer more than its limit or what it excludes', () => {
    fc.assert(
      fc.property(charges, payers, (order, people) => {
        const { shares, unpaidMinor } = split(order, people)
        const total = order.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
        expect(shares.reduce((sum, { amountMinor }) => sum + amountMinor, 0) + unpaidMinor).toBe(total)
        expect(unpaidMinor).toBe(0)
        for (const { id, kind, amountMinor } of order) {
          const parts = shares.map(({ byCharge }) => byCharge.get(id) ?? 0)
          expect(Math.min(...parts)).toBeGreaterThanOrEqual(0)
          expect(parts.reduce((a, b) => a + b, 0)).toBe(amountMinor)
          shares.forEach(({ byCharge }, i) => {
            if (people[i]?.excludes.includes(kind)) expect(byCharge.has(id)).toBe(false)
          })
        }
        shares.forEach(({ amountMinor }, i) => expect(amountMinor).toBeLessThanOrEqual(people[i]?.limitMinor ?? 0))
      }),
    )
  })
})

describe('an order replayed without what ran out', () => {
  it('B3 gives 7.00 back to the employee and 3.00 to the company when the 10.00 dish runs out', () => {
    const { amounts: now, refunds } = replay({ charges: LUNCH, payers: [company(2_500), CARD] }, new Set(['b']))
    expect(Object.fromEntries(now)).toEqual({ company: 2_200, card: 300 })
    expect(Object.fromEntries(refunds)).toEqual({ company: 300, card: 700 })
  })

  it('lets the operator stand in for a grant whose threshold broke by our fault', () => {
    const grant: Payer = { id: 'grant', limitMinor: 300, excludes: FEES }
    const order = [food('a', 1_000), food('b', 800)]
    const { amounts: now, refunds } = replay(
      { charges: order, payers: [grant, CARD] },
      new Set(['b']),
      new Set(['grant']),
    )
    expect(Object.fromEntries(now)).toEqual({ grant: 0, card: 700, [GOODWILL]: 300 })
    expect(Object.fromEntries(refunds)).toEqual({ grant: 300, card: 800, [GOODWILL]: -300 })
  })

  it('returns every payer’s exact amount when everything is taken out, and never asks anybody for more', () => {
    fc.assert(
      fc.property(charges, payers, fc.array(fc.nat(5)), (order, people, gone) => {
        const all = replay({ charges: order, payers: people }, new Set(order.map(({ id }) => id)))
        for (const { payerId, amountMinor } of split(order, people).shares)
          expect(all.refunds.get(payerId)).toBe(amountMinor)
        const some = replay({ charges: order, payers: people }, new Set(gone.map((i) => `c${i}`)))
        for (const { id } of people) expect(some.refunds.get(id)).toBeGreaterThanOrEqual(0)
        expect(-(some.refunds.get(GOODWILL) ?? 0)).toBeLessThanOrEqual(order.length)
      }),
    )
  })
})

describe('an allowance', () => {
  const rule = (given: object) =>
    AllowanceRule.parse({ id: 'r', amountMinor: 2_500, per: 'meal', days: 'workdays', ...given })
  const meal = {
    serviceDate: '2026-10-10',
    period: 'lunch',
    siteId: 's1',
    shift: null,
    buildingId: null,
    isWorkday: true,
  } as const

  it('pays on a make-up Saturday by the work calendar, and on named weekdays by the week', () => {
    expect(pays(rule({}), meal)).toBe(true)
    expect(pays(rule({ days: [1, 2, 3, 4, 5] }), meal)).toBe(false)
    expect(pays(rule({ days: [6] }), meal)).toBe(true)
    expect(pays(rule({}), { ...meal, isWorkday: false })).toBe(false)
  })

  it('pays only for its periods, sites and shifts', () => {
    expect(pays(rule({ periods: ['dinner'] }), meal)).toBe(false)
    expect(pays(rule({ siteIds: ['s2'] }), meal)).toBe(false)
    expect(pays(rule({ shifts: ['late'] }), meal)).toBe(false)
    expect(pays(rule({ shifts: ['late'] }), { ...meal, shift: 'late' })).toBe(true)
  })

  it('is counted by meal, day or month of the service date', () => {
    const of = (per: 'meal' | 'day' | 'month') => bucketOf({ per }, meal)
    expect([of('meal'), of('day'), of('month')]).toEqual(['2026-10-10 lunch', '2026-10-10', '2026-10'])
  })
})
