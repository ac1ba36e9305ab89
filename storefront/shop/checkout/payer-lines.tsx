import { useTranslation } from '../../i18n/use-translation'
import type { Quote } from '../../api/store'
import { day, money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useReason } from './use-reason'

interface Paid extends Pick<Quote, 'payers' | 'dueMinor' | 'currency'> {
  /** Whether the person may still ask the company for their own part. */
  readonly ask?: boolean
  /** The meals they pay for; named where there are several. */
  readonly groups: readonly { readonly menuDayId: string; readonly serviceDate: string }[]
}

/** Who pays what of a basket or an order, each with the reason in words; the person's own part last. */
export function PayerLines({ payers, dueMinor, currency, groups, ask = false }: Paid) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const reasonOf = useReason(currency)
  const amount = (minor: number) => money(minor, currency, locale)
  const others = payers.filter(({ kind }) => kind !== 'payment')
  if (others.length === 0) return null
  const askedFor = others.find(({ kind, menuDayId }) => ['allowance', 'budget'].includes(kind) && menuDayId)?.menuDayId
  const dayOf = (menuDayId: string | null) => {
    const meal = groups.length > 1 && groups.find((group) => group.menuDayId === menuDayId)
    return meal ? `${day(meal.serviceDate, locale)} · ` : ''
  }
  return (
    <div className="figures space-y-1 border-t border-line pt-2">
      {others.map(({ kind, name, amountMinor, refundedMinor, menuDayId, reason }) => (
        <div
          key={`${kind} ${menuDayId} ${name.en} ${reason.code}`}
          className="flex items-baseline justify-between gap-3"
        >
          <span className="min-w-0">
            {dayOf(menuDayId)}
            {say(name)}
            <span className="block text-secondary text-ink-2">{reasonOf(reason)}</span>
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
      {ask && askedFor && dueMinor > 0 && (
        <a className="block underline" href={`/requests?meal=${askedFor}&amount=${dueMinor}`}>
          {t('ask.link')}
        </a>
      )}
    </div>
  )
}
