import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AllowanceRule, limitOf } from '../../../src/funding/domain/allowance'
import { type Candidate, divide, type MealToPay } from '../../../src/funding/domain/payers'

const meal = (groupKey: string, food: number, fee: number): MealToPay => ({
  groupKey,
  operatorId: 'op',
  siteId: 'k1',
  serviceDate: '2026-11-02',
  period: 'lunch',
  today: '2026-11-01',
  charges: [
    { id: `${groupKey}-food`, kind: 'food', amountMinor: food },
    { id: `${groupKey}-fee`, kind: 'delivery_fee', amountMinor: fee },
  ],
})

const candidate = (groupKey: string, kind: Candidate['kind'], ref: string, availableMinor: number): Candidate => ({
  groupKey,
  kind,
  ref,
  bucket: 'b',
  availableMinor,
  bucketLimitMinor: availableMinor,
  account: `account:${ref}`,
  excludes: kind === 'allowance' ? ['delivery_fee'] : [],
  companyId: null,
  legalEntityId: null,
  costCentreId: null,
  name: { zh: ref, en: ref },
  reason: { code: kind, params: {} },
})

const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0)

describe('dividing a basket over payers', () => {
  it('B2 gives a day’s allowance once over two meals, the allowance before the budget', () => {
    const meals = [meal('one', 1_800, 300), meal('two', 1_800, 0)]
    const { payers, unpaidMinor } = divide(meals, [
      candidate('one', 'budget', 'bud', 100),
      candidate('one', 'allowance', 'rule', 2_500),
      candidate('two', 'allowance', 'rule', 2_500),
    ])
    expect(payers.map(({ ref, amountMinor }) => [ref, amountMinor])).toEqual([
      ['rule', 1_800],
      ['bud', 100],
      ['rule', 700],
    ])
    expect(unpaidMinor).toBe(200 + 1_100)
  })

  it('adds up for every basket: no share is negative, no pool gives more than it has, nothing is paid twice', () => {
    const amount = fc.nat(5_000)
    const meals = fc
      .array(fc.tuple(amount, amount), { minLength: 1, maxLength: 4 })
      .map((all) => all.map(([food, fee], i) => meal(`m${i}`, food, fee)))
    const pools = fc.record({ allowance: amount, budget: amount, purse: amount })
    fc.assert(
      fc.property(meals, pools, (basket, free) => {
        const kinds = ['allowance', 'budget', 'purse'] as const
        const offered = basket.flatMap(({ groupKey }) =>
          kinds.map((kind) => candidate(groupKey, kind, kind, free[kind])),
        )
        const { payers, unpaid, unpaidMinor } = divide(basket, offered)
        const total = sum(basket.flatMap(({ charges }) => charges.map(({ amountMinor }) => amountMinor)))
        expect(sum(payers.map(({ amountMinor }) => amountMinor)) + unpaidMinor).toBe(total)
        expect(sum([...unpaid.values()])).toBe(unpaidMinor)
        for (const payer of payers) {
          expect(payer.amountMinor).toBeGreaterThanOrEqual(0)
          expect(sum([...payer.byCharge.values()])).toBe(payer.amountMinor)
        }
        for (const kind of kinds) {
          const given = sum(payers.filter((payer) => payer.kind === kind).map(({ amountMinor }) => amountMinor))
          expect(given).toBeLessThanOrEqual(free[kind])
        }
      }),
    )
  })
})

describe('what is carried over', () => {
  const rule = AllowanceRule.parse({ id: 'r', amountMinor: 30_000, per: 'month', days: 'every_day' })
  const used = new Map([['2026-10', 12_000]])

  it('is the rest of the month before once that is over, and nothing where the rule says so', () => {
    expect(limitOf({ ...rule, carryOver: true }, '2026-11-02', '2026-11-01', used)).toBe(30_000 + 18_000)
    expect(limitOf({ ...rule, carryOver: true }, '2026-11-02', '2026-10-31', used)).toBe(30_000)
    expect(limitOf({ ...rule, carryOver: false }, '2026-11-02', '2026-11-01', used)).toBe(30_000)
  })
})
