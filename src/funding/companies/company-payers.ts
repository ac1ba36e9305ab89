import { isWorkday } from '../../kernel/work-calendar'
import type { Text } from '../../kernel/text'
import type { App } from '../../platform/app'
import { type AllowanceRule, bucketOf, limitOf, pays } from '../domain/allowance'
import type { Candidate, MealToPay, PayersWish } from '../domain/payers'
import { type Employment, readEmployment } from './read-employment'

/** What a person's company pays of some meals: the rules that fit first, then the cost centre's budget. */
export async function companyPayers(app: App, { personId, payWith, meals }: PayersWish): Promise<Candidate[]> {
  if (payWith === 'private' || personId === '') return []
  const months = [...new Set(meals.map(({ serviceDate }) => serviceDate.slice(0, 7)))]
  const days = meals.map(({ groupKey }) => groupKey)
  const employments = await readEmployment(app, personId, months, days)
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
  const approved = approvalsOf(employer, meal).map((approval) => ({ ...common, ...approval }))
  const paying = [...allowances, ...approved, ...budgets]
  if (paying.length > 0) return paying
  const code = isWorkday(meal.serviceDate) ? 'no_rule' : 'not_a_workday'
  return [{ ...billed, ...nothing, excludes: [], name: company, reason: { code, params: {} } }]
}

function reasonAgainst(employer: Employment, { siteId, period }: MealToPay): string | undefined {
  const { allowedSiteIds, allowedPeriods, creditStopped } = employer
  if (allowedSiteIds && !allowedSiteIds.includes(siteId)) return 'kitchen_not_allowed'
  if (allowedPeriods && !allowedPeriods.includes(period)) return 'meal_not_allowed'
  return creditStopped ? 'credit_stopped' : undefined
}

function allowancesOf({ rules, used, shift, buildingId }: Employment, meal: MealToPay) {
  const { serviceDate, period, siteId, today } = meal
  const occasion = { serviceDate, period, siteId, shift, buildingId, isWorkday: isWorkday(serviceDate) }
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

/** What somebody was allowed beyond the rules, for this menu day only; it pays whatever the company never excludes. */
const approvalsOf = ({ approvals }: Employment, { groupKey }: MealToPay) =>
  approvals
    .filter(({ menuDayId, leftMinor }) => menuDayId === groupKey && leftMinor > 0)
    .map(({ id, kind, approvedMinor, leftMinor, costCentreId, legalEntityId }) => ({
      kind: 'approval' as const,
      ref: id,
      bucket: groupKey,
      availableMinor: leftMinor,
      bucketLimitMinor: approvedMinor,
      excludes: NEVER_APPROVED,
      costCentreId,
      legalEntityId,
      name: APPROVED,
      reason: { code: `approval_${kind}`, params: { limitMinor: approvedMinor, leftMinor } },
    }))

/** A tip and a bottle are nobody's meal. */
const NEVER_APPROVED = ['tip', 'alcohol', 'retail_goods'] as const
const APPROVED: Text = { zh: '公司已批准', en: 'Approved by your company' }

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
