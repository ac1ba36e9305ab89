import { isWorkday } from '../../kernel/work-calendar'
import type { App } from '../../platform/app'
import { type AllowanceRule, bucketOf, limitOf, pays } from '../domain/allowance'
import type { Candidate, MealToPay, PayersWish } from '../domain/payers'
import { type Employment, readEmployment } from './read-employment'

/** What a person's company pays of some meals: the rules that fit first, then the cost centre's budget. */
export async function companyPayers(app: App, { personId, payWith, meals }: PayersWish): Promise<Candidate[]> {
  if (payWith === 'private' || personId === '') return []
  const months = [...new Set(meals.map(({ serviceDate }) => serviceDate.slice(0, 7)))]
  const employments = await readEmployment(app, personId, months)
  return meals.flatMap((meal) => {
    const employer = employments.find(({ operatorId }) => operatorId === meal.operatorId)
    return employer ? candidatesOf(employer, meal) : []
  })
}

function candidatesOf(employer: Employment, meal: MealToPay): Candidate[] {
  const { companyId, costCentreId, legalEntityId, company } = employer
  const common = { groupKey: meal.groupKey, account: `receivable:company:${companyId}`, companyId }
  const billed = { ...common, costCentreId, legalEntityId }
  const nothing = { kind: 'allowance', ref: companyId, bucket: '', availableMinor: 0, bucketLimitMinor: 0 } as const
  const against = reasonAgainst(employer, meal)
  if (against) {
    return [{ ...billed, ...nothing, excludes: [], name: company, reason: { code: against, params: {} } }]
  }
  const allowances = allowancesOf(employer, meal).map((allowance) => ({ ...billed, ...allowance }))
  const budgets = budgetsOf(employer, meal).map((budget) => ({ ...billed, ...budget }))
  if (allowances.length + budgets.length > 0) return [...allowances, ...budgets]
  const code = isWorkday(meal.serviceDate) ? 'no_rule' : 'not_a_workday'
  return [{ ...billed, ...nothing, excludes: [], name: company, reason: { code, params: {} } }]
}

function reasonAgainst({ allowedSiteIds, creditStopped }: Employment, { siteId }: MealToPay): string | undefined {
  if (allowedSiteIds && !allowedSiteIds.includes(siteId)) return 'kitchen_not_allowed'
  return creditStopped ? 'credit_stopped' : undefined
}

function allowancesOf({ rules, used, shift }: Employment, meal: MealToPay) {
  const { serviceDate, period, siteId, today } = meal
  const occasion = { serviceDate, period, siteId, shift, isWorkday: isWorkday(serviceDate) }
  return rules
    .filter(({ from, to }) => from <= serviceDate && (to === null || serviceDate <= to))
    .flatMap(({ id, name, rule }) => {
      const whole: AllowanceRule = { id, ...rule }
      if (!pays(whole, occasion)) return []
      const spent = new Map(used.filter(({ ruleId }) => ruleId === id).map((one) => [one.bucket, one.usedMinor]))
      const bucket = bucketOf(whole, meal)
      const bucketLimitMinor = limitOf(whole, serviceDate, today, spent)
      const availableMinor = Math.max(0, bucketLimitMinor - (spent.get(bucket) ?? 0))
      const code = availableMinor > 0 ? `allowance_${whole.per}` : 'allowance_used'
      const reason = { code, params: { limitMinor: bucketLimitMinor, leftMinor: availableMinor } }
      return {
        kind: 'allowance' as const,
        ref: id,
        bucket,
        availableMinor,
        bucketLimitMinor,
        excludes: whole.excludes,
        name,
        reason,
      }
    })
}

function budgetsOf({ budgets }: Employment, { serviceDate, period }: MealToPay) {
  return budgets
    .filter(({ month, covers }) => {
      if (month !== serviceDate.slice(0, 7)) return false
      if (covers.periods && !covers.periods.includes(period)) return false
      return covers.days === 'every_day' || isWorkday(serviceDate)
    })
    .map(({ id, month, name, limitMinor, usedMinor, covers }) => {
      const availableMinor = Math.max(0, limitMinor - usedMinor)
      const code = availableMinor > 0 ? 'budget' : 'budget_used'
      const reason = { code, params: { limitMinor, leftMinor: availableMinor } }
      const { excludes } = covers
      return {
        kind: 'budget' as const,
        ref: id,
        bucket: month,
        availableMinor,
        bucketLimitMinor: limitMinor,
        excludes,
        name,
        reason,
      }
    })
}
