import type { ReactNode } from 'react'
import type { Catering } from '../../api/company-admin'
import { day, money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'

/** One request: who eats where and when, what it costs, and what can be done with it. */
export function CateringCard({
  catering,
  title,
  children,
}: {
  readonly catering: Catering
  readonly title: string
  readonly children?: ReactNode
}) {
  const { t } = useTranslation('company')
  const { locale, say } = useLocale()
  const { serviceDate, period, heads, perHeadMinor, currency, diets, status, lines, totalMinor, site } = catering
  const amount = (minor: number) => money(minor, currency, locale)
  const special = Object.entries(diets).map(([diet, n]) => `${t(`diet.${diet as 'vegan'}`)} ${String(n)}`)
  return (
    <li className="space-y-2 rounded-card border border-line bg-surface p-4">
      <header className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 className="font-semibold">{title}</h2>
        <p>{t(`catering.status.${status}`)}</p>
      </header>
      <p className="text-secondary text-ink-2">
        {day(serviceDate, locale)} {t(`period.${period}`)} · {t('catering.heads', { count: heads })} ·{' '}
        {t('catering.perHead', { amount: amount(perHeadMinor) })}
        {title !== say(catering.place) && ` · ${say(catering.place)}`}
        {site && ` · ${say(site)}`}
      </p>
      {special.length > 0 && <p className="text-secondary">{special.join(' · ')}</p>}
      {catering.note && <p>{catering.note}</p>}
      {catering.answer && <p className="text-secondary text-ink-2">{catering.answer}</p>}
      {lines.length > 0 && (
        <ul className="figures">
          {lines.map(({ offerId, name, quantity, unitMinor }) => (
            <li key={offerId} className="flex justify-between gap-3">
              <span>
                {quantity} × {say(name)}
              </span>
              <span>{amount(quantity * unitMinor)}</span>
            </li>
          ))}
          <li className="flex justify-between gap-3 font-bold">
            <span>{t('catering.total')}</span>
            <span>{amount(totalMinor)}</span>
          </li>
        </ul>
      )}
      {children && <div className="flex flex-wrap gap-2">{children}</div>}
    </li>
  )
}
