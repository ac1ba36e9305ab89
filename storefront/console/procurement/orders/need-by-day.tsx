import type { OrderLine, Unit } from '../../../api/procurement'
import { day } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { useAmounts } from '../use-amounts'

/** The days of a need as bars, each with its figure; the darker part is ordered already. */
export function NeedByDay({ days, unit }: { readonly days: OrderLine['reason']['byDay']; readonly unit: Unit }) {
  const { t } = useTranslation('procurement-order')
  const { locale } = useLocale()
  const { quantity } = useAmounts()
  const most = Math.max(1, ...days.map(({ need }) => need))
  if (days.length === 0) return null
  const wide = (value: number) => ({ width: `${Math.round((Math.min(value, most) / most) * 100)}%` })
  return (
    <ul aria-label={t('why.byDay')} className="mt-3 space-y-1 text-secondary">
      {days.map(({ date, need, firm }) => (
        <li key={date} className="grid grid-cols-[96px_1fr_72px] items-center gap-2">
          <span className="text-ink-2">{day(date, locale)}</span>
          <span aria-hidden className="relative h-2 rounded-full bg-line">
            <span className="absolute inset-y-0 rounded-full bg-brand-100" style={wide(need)} />
            <span className="absolute inset-y-0 rounded-full bg-brand-600" style={wide(Math.min(firm, need))} />
          </span>
          <span className="figures text-right">
            {quantity(need, unit)}
            {firm > 0 && <span className="sr-only"> {t('why.byDayFirm', { quantity: quantity(firm, unit) })}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
