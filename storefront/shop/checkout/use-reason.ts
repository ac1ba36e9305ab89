import { useTranslation } from '../../i18n/use-translation'
import type { Quote } from '../../api/store'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'

const CODES = [
  'allowance_meal',
  'allowance_day',
  'allowance_month',
  'allowance_used',
  'budget',
  'budget_used',
  'not_a_workday',
  'no_rule',
  'kitchen_not_allowed',
  'meal_not_allowed',
  'approval_guests',
  'approval_over_limit',
  'catering',
  'credit_stopped',
  'purse_personal',
  'purse_company_funded',
  'scheme_discount',
  'scheme_grant',
  'grant_mode',
  'grant_period',
  'grant_registration',
  'grant_minimum_spend',
  'grant_cap',
] as const

const codeOf = (code: string) => CODES.find((known) => known === code) ?? 'other'

type Reason = Quote['payers'][number]['reason']

/** Says in words why somebody pays, or does not. */
export function useReason(currency: string): (reason: Reason) => string {
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  const amount = (minor: Reason['params'][string] | undefined) => money(Number(minor ?? 0), currency, locale)
  return ({ code, params: { limitMinor, leftMinor } }) =>
    t(`checkout.reason.${codeOf(code)}`, { limit: amount(limitMinor), left: amount(leftMinor) })
}
