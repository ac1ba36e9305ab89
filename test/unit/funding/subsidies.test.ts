import { describe, expect, it } from 'vitest'
import { ageOn } from '../../../src/funding/domain/subsidies/age'
import { SubsidyScheme } from '../../../src/funding/domain/subsidies/scheme'
import { type Meal, subsidise, type Use } from '../../../src/funding/domain/subsidies/subsidise'
import { SCHEMES } from '../../../src/scripts/city/people/schemes'

const schemes = new Map(SCHEMES.map((scheme) => [scheme.id, SubsidyScheme.parse(scheme)]))
const DAY = '2026-11-02'

interface Case {
  readonly birth: string
  readonly tags: readonly string[]
  readonly food: number
  readonly fee?: number
  readonly mode?: Meal['mode']
  readonly period?: Meal['period']
  readonly used?: readonly string[]
}

function given(id: string, { birth, tags, food, fee = 0, mode = 'dine_in', period = 'lunch', used = [] }: Case) {
  const scheme = schemes.get(id)
  if (!scheme) throw new Error(`no scheme ${id}`)
  const meal = { day: DAY, period, mode, foodMinor: food, deliveryFeeMinor: fee, packagingMinor: 0 }
  const uses = used.map((grantId): Use => ({ schemeId: id, grantId, day: DAY, period }))
  const { age, discountMinor, grants, personPaysMinor, operatorClaims } = subsidise(scheme, {
    meal,
    person: { birth, tags, registered: true },
    uses,
  })
  const amounts = (list: typeof grants) =>
    list.map(({ grantId, amountMinor }) => `${grantId} ${amountMinor}`).join(', ')
  return [age, discountMinor, amounts(grants), personPaysMinor, amounts(operatorClaims)]
}

const CITY = ['resident', 'hukou_city']
const PUTUO = 'cn-sh-putuo-2025'
const BEIJING = 'cn-bj-2022'
const ZHUHAI = 'cn-zh-gaoxin-2024'
const MINHANG = 'cn-sh-minhang-hongqiaoyayuan'
const CARE = ['basic_elderly_care']
const BOTH = ['hukou_city', 'hukou_district']

/** Scheme, person and meal → age, discount, grants, what the person pays, what the operator claims. */
const GOLDEN: [string, Case, (string | number)[]][] = [
  [PUTUO, { birth: '1944-03-01', tags: CITY, food: 2000 }, [82, 300, 'C 300', 1400, '']],
  [PUTUO, { birth: '1946-11-03', tags: CITY, food: 2000 }, [79, 200, 'B 200', 1600, '']],
  [PUTUO, { birth: '1946-11-02', tags: CITY, food: 2000 }, [80, 300, 'C 300', 1400, '']],
  [PUTUO, { birth: '1960-01-01', tags: [...CITY, 'low_income'], food: 900 }, [66, 90, 'A 500', 310, '']],
  [PUTUO, { birth: '1960-01-01', tags: ['resident'], food: 2000 }, [66, 200, '', 1800, '']],
  [PUTUO, { birth: '1944-03-01', tags: CITY, food: 2000, mode: 'delivery', fee: 200 }, [82, 300, '', 1900, '']],
  [PUTUO, { birth: '1944-03-01', tags: CITY, food: 2000, used: ['C'] }, [82, 300, '', 1700, '']],
  [BEIJING, { birth: '1950-01-01', tags: CARE, food: 500 }, [76, 0, '', 500, '']],
  [BEIJING, { birth: '1950-01-01', tags: CARE, food: 1800 }, [76, 0, 'meal 500', 1300, 'op 300']],
  [BEIJING, { birth: '1950-01-01', tags: CARE, food: 1800, period: 'breakfast' }, [76, 0, '', 1800, '']],
  [ZHUHAI, { birth: '1955-05-05', tags: BOTH, food: 900, fee: 200, mode: 'delivery' }, [71, 0, '', 1100, '']],
  [
    ZHUHAI,
    { birth: '1955-05-05', tags: BOTH, food: 1500, fee: 200, mode: 'delivery' },
    [71, 0, 'city 300, district 300', 1100, ''],
  ],
  [ZHUHAI, { birth: '1955-05-05', tags: ['hukou_city'], food: 1500 }, [71, 0, 'city 300', 1200, '']],
  [MINHANG, { birth: '1951-11-03', tags: [], food: 1500 }, [74, 150, '', 1350, '']],
  [MINHANG, { birth: '1951-11-02', tags: [], food: 1500 }, [75, 225, '', 1275, '']],
  [MINHANG, { birth: '1951-11-02', tags: [], food: 1333 }, [75, 200, '', 1133, '']],
]

describe('subsidy schemes', () => {
  it.each(GOLDEN)('S1 give what the golden case says: %s %j', (id, person, expected) => {
    expect(given(id, person)).toEqual(expected)
  })

  it('S1 take a fifth scheme as data only', () => {
    const fifth = SubsidyScheme.parse({
      id: 'cn-cq-xiangjia',
      currency: 'CNY',
      source: 'China Daily 2023-07-15',
      eligibleServiceModes: ['dine_in', 'takeaway'],
      thresholdBasis: 'list',
      grants: [
        {
          id: 'low-income',
          funder: 'street',
          minAge: 60,
          requires: ['low_income'],
          minSpend: 700,
          amount: 700,
          cap: { per: 'person_day', times: 1 },
        },
      ],
    })
    const meal = {
      day: DAY,
      period: 'lunch',
      mode: 'dine_in',
      foodMinor: 1200,
      deliveryFeeMinor: 0,
      packagingMinor: 0,
    } as const
    const person = { birth: '1950-05-05', tags: ['low_income'], registered: false }
    expect(subsidise(fifth, { meal, person, uses: [] }).personPaysMinor).toBe(500)
  })

  it('say why a grant was not given', () => {
    const scheme = schemes.get(PUTUO)!
    const meal = {
      day: DAY,
      period: 'lunch',
      mode: 'dine_in',
      foodMinor: 1000,
      deliveryFeeMinor: 0,
      packagingMinor: 0,
    } as const
    const person = { birth: '1944-03-01', tags: CITY, registered: true }
    expect(subsidise(scheme, { meal, person, uses: [] }).refused).toEqual([
      { grantId: 'A', reason: 'tag' },
      { grantId: 'C', reason: 'minimum_spend' },
      { grantId: 'B', reason: 'age' },
    ])
    const stranger = { ...person, registered: false }
    const refused = subsidise(scheme, { meal, person: stranger, uses: [] }).refused
    expect(new Set(refused.map(({ reason }) => reason))).toEqual(new Set(['registration']))
  })

  it('compare the threshold before or after the discount, as the scheme says', () => {
    const putuo = SCHEMES[0]!
    // 17.00 at 85% is 14.45, below the 15.00 of grant C
    const eats = (thresholdBasis: string) =>
      subsidise(SubsidyScheme.parse({ ...putuo, thresholdBasis }), {
        meal: { day: DAY, period: 'lunch', mode: 'dine_in', foodMinor: 1700, deliveryFeeMinor: 0, packagingMinor: 0 },
        person: { birth: '1944-03-01', tags: CITY, registered: true },
        uses: [],
      }).personPaysMinor
    expect([eats('discounted'), eats('list')]).toEqual([1445, 1145])
  })

  it('count a birthday on the day itself, and 29 February by rule', () => {
    expect([ageOn('1960-02-29', '2026-02-28'), ageOn('1960-02-29', '2026-03-01')]).toEqual([65, 66])
    expect(ageOn('1960-02-29', '2026-02-28', 'february_28')).toBe(66)
    expect([ageOn('1960-02-29', '2024-02-28'), ageOn('1960-02-29', '2024-02-29')]).toEqual([63, 64])
  })
})
