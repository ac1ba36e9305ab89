import type { MealPeriod, ServiceDate } from '../../../kernel/time'
import { ageOn, type LeapDayRule } from './age'
import type { Grant, ServiceMode, SubsidyScheme } from './scheme'

/** One meal of one person. Amounts in minor units. */
export interface Meal {
  readonly day: ServiceDate
  readonly period: MealPeriod
  readonly mode: ServiceMode
  readonly foodMinor: number
  readonly deliveryFeeMinor: number
  readonly packagingMinor: number
}

export interface Person {
  readonly birth: ServiceDate
  /** Eligibility tags valid on the day of the meal. */
  readonly tags: readonly string[]
  /** Whether the person is registered with the scheme. */
  readonly registered: boolean
}

/** A grant that was given before, to the same person. */
export interface Use {
  readonly schemeId: string
  readonly grantId: string
  readonly day: ServiceDate
  readonly period: MealPeriod
}

export const REASONS = [
  'mode',
  'period',
  'registration',
  'age',
  'tag',
  'minimum_spend',
  'cap',
  'exclusive',
  'nothing_left',
] as const
/** Why a grant was not given, for the sentence the person reads. */
export type Reason = (typeof REASONS)[number]

export interface GivenGrant {
  readonly grantId: string
  readonly funder: string
  readonly amountMinor: number
}

export interface Subsidy {
  readonly age: number
  /** What counts towards the scheme's minimum spend, by its own basis. */
  readonly spendMinor: number
  readonly discountMinor: number
  readonly grants: readonly GivenGrant[]
  readonly refused: readonly { readonly grantId: string; readonly reason: Reason }[]
  /** Food, fee and packaging after discount and grants. */
  readonly personPaysMinor: number
  /** What the operator claims for having served this person. */
  readonly operatorClaims: readonly GivenGrant[]
}

export interface Occasion {
  readonly meal: Meal
  readonly person: Person
  readonly uses: readonly Use[]
  readonly leapDay?: LeapDayRule
}

/**
 * What a scheme gives for a meal: its discount on food (half up to one minor unit), then its grants, the largest first, each
 * at most what is left of the food. Rules and worked cases: Shanghai Putuo 2025, Beijing 2022, Zhuhai 2024, Minhang
 * (sources on the schemes).
 */
export function subsidise(scheme: SubsidyScheme, { meal, person, uses, leapDay }: Occasion): Subsidy {
  const age = ageOn(person.birth, meal.day, leapDay)
  const discount = scheme.discounts.find((one) => reasonAgainst(one, age, person.tags) === undefined)
  const net = discount ? Math.floor((meal.foodMinor * discount.payBps + 5_000) / 10_000) : meal.foodMinor
  const spend = countedSpend(scheme, meal, scheme.thresholdBasis === 'list' ? meal.foodMinor : net)
  const groups = new Set<string>()
  const grants: GivenGrant[] = []
  const refused: { grantId: string; reason: Reason }[] = []
  let left = net
  for (const grant of scheme.grants.toSorted((a, b) => b.amount - a.amount || (a.id < b.id ? -1 : 1))) {
    const amountMinor = Math.min(grant.amount, left)
    const reason =
      reasonAgainstMeal(scheme, meal, person) ??
      reasonAgainst(grant, age, person.tags) ??
      reasonAgainstSpend(grant, spend) ??
      (isUsedUp(scheme, grant, meal, uses) ? 'cap' : undefined) ??
      (grant.exclusiveGroup && groups.has(grant.exclusiveGroup) ? 'exclusive' : undefined) ??
      (amountMinor === 0 ? 'nothing_left' : undefined)
    if (reason) {
      refused.push({ grantId: grant.id, reason })
      continue
    }
    left -= amountMinor
    grants.push({ grantId: grant.id, funder: grant.funder, amountMinor })
    if (grant.exclusiveGroup) groups.add(grant.exclusiveGroup)
  }
  return {
    age,
    spendMinor: spend,
    discountMinor: meal.foodMinor - net,
    grants,
    refused,
    personPaysMinor: left + meal.deliveryFeeMinor + meal.packagingMinor,
    operatorClaims: grants.length === 0 ? [] : claimsOf(scheme, meal, uses),
  }
}

interface Bounds {
  readonly minAge: number
  readonly maxAge: number
  readonly requires: readonly string[]
}

function reasonAgainst({ minAge, maxAge, requires }: Bounds, age: number, tags: readonly string[]): Reason | undefined {
  if (age < minAge || age > maxAge) return 'age'
  return requires.every((tag) => tags.includes(tag)) ? undefined : 'tag'
}

function reasonAgainstMeal(scheme: SubsidyScheme, meal: Meal, person: Person): Reason | undefined {
  if (!scheme.eligibleServiceModes.includes(meal.mode)) return 'mode'
  if (scheme.mealPeriods && !scheme.mealPeriods.includes(meal.period)) return 'period'
  return scheme.registrationRequired && !person.registered ? 'registration' : undefined
}

function reasonAgainstSpend({ minSpend, minSpendExclusive }: Grant, spend: number): Reason | undefined {
  const tooLittle =
    (minSpend !== undefined && spend < minSpend) || (minSpendExclusive !== undefined && spend <= minSpendExclusive)
  return tooLittle ? 'minimum_spend' : undefined
}

function countedSpend({ thresholdExcludes }: SubsidyScheme, meal: Meal, foodMinor: number): number {
  const fee = thresholdExcludes.includes('delivery_fee') ? 0 : meal.deliveryFeeMinor
  const packaging = thresholdExcludes.includes('packaging') ? 0 : meal.packagingMinor
  return foodMinor + fee + packaging
}

function isUsedUp(scheme: SubsidyScheme, { id, cap }: Grant, meal: Meal, uses: readonly Use[]): boolean {
  if (!cap) return false
  const before = uses.filter((use) => {
    if (use.schemeId !== scheme.id || use.grantId !== id) return false
    if (cap.per === 'person_month') return use.day.slice(0, 7) === meal.day.slice(0, 7)
    return use.day === meal.day && (cap.per === 'person_day' || use.period === meal.period)
  })
  return before.length >= cap.times
}

const claimsOf = (scheme: SubsidyScheme, { day }: Meal, uses: readonly Use[]): GivenGrant[] =>
  scheme.operatorGrants
    .filter(({ id }) => !uses.some((use) => use.schemeId === scheme.id && use.grantId === id && use.day === day))
    .map(({ id, funder, amount }) => ({ grantId: id, funder, amountMinor: amount }))
