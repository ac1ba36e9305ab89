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

/** Who pays what of a basket or an order, each with the reason in words; the person's own part last. */
export function PayerLines({ payers, dueMinor, currency }: Pick<Quote, 'payers' | 'dueMinor' | 'currency'>) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const amount = (minor: number) => money(minor, currency, locale)
  const others = payers.filter(({ kind }) => kind !== 'payment')
  if (others.length === 0) return null
  return (
    <div className="figures space-y-1 border-t border-line pt-2">
      {others.map(({ kind, name, amountMinor, refundedMinor, menuDayId, reason }) => (
        <div
          key={`${kind} ${menuDayId} ${name.en} ${reason.code}`}
          className="flex items-baseline justify-between gap-3"
        >
          <span className="min-w-0">
            {say(name)}
            <span className="block text-secondary text-ink-2">
              {t(`checkout.reason.${codeOf(reason.code)}`, {
                limit: amount(Number(reason.params['limitMinor'] ?? 0)),
                left: amount(Number(reason.params['leftMinor'] ?? 0)),
              })}
            </span>
          </span>
          <span className="text-right">
            {amountMinor > 0 ? `−${amount(amountMinor)}` : amount(0)}
            {refundedMinor > 0 && (
              <span className="block text-secondary text-ink-2">
                {t('checkout.wentBack', { amount: amount(refundedMinor) })}
              </span>
            )}
          </span>
        </div>
      ))}
      <div className="flex justify-between font-bold">
        <span>{t('checkout.yourPart')}</span>
        <span>{amount(dueMinor)}</span>
      </div>
    </div>
  )
}
