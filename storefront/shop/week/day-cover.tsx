import { useTranslation } from '../../i18n/use-translation'
import type { Quote } from '../../api/store'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useReason } from '../checkout/use-reason'
import type { WeekDay } from './picks'

/** Who pays what of one day, as the basket's quote says it, with the reasons in words. */
export function DayCover({ day, quote }: { readonly day: WeekDay; readonly quote: Quote }) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const reasonOf = useReason(quote.currency)
  const amount = (minor: number) => money(minor, quote.currency, locale)
  const ids = new Set(day.menus.map(({ menuDayId }) => menuDayId))
  const groups = quote.groups.filter(({ menuDayId }) => ids.has(menuDayId))
  if (groups.length === 0) return null
  const items = groups.flatMap((group) => group.items.map(({ totalMinor }) => totalMinor))
  const all = [...items, ...groups.map(({ feeMinor }) => feeMinor)].reduce((sum, minor) => sum + minor, 0)
  const payers = quote.payers.filter(({ menuDayId, kind }) => kind !== 'payment' && menuDayId && ids.has(menuDayId))
  const others = payers.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const shares = { others: amount(others), own: amount(all - others) }
  return (
    <div className="figures mt-3 border-t border-line pt-2 text-secondary">
      <p className="font-semibold">{t(others > 0 ? 'week.company' : 'week.own', shares)}</p>
      <ul className="text-ink-2">
        {payers.map(({ kind, name, menuDayId, reason, amountMinor }) => (
          <li key={`${kind} ${menuDayId} ${name.en} ${reason.code}`}>
            {say(name)} {amountMinor > 0 && amount(amountMinor)} · {reasonOf(reason)}
          </li>
        ))}
      </ul>
    </div>
  )
}
