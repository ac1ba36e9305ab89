import { Undo2 } from 'lucide-react'
import type { Order, OrderGroup } from '../../api/store'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'

/** What went back to whom because a kitchen ran out. */
export function RanOut({ order, group }: { readonly order: Order; readonly group: OrderGroup }) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const amount = (minor: number) => money(minor, order.currency, locale)
  const own = order.returns.filter(({ cause, lineIds }) => {
    return cause === 'sold_out' && lineIds.some((id) => group.lines.some((line) => line.id === id))
  })
  return own.map(({ lineIds, totalMinor, status, parts }) => (
    <output
      key={lineIds.join()}
      className="figures mt-3 flex items-start gap-3 rounded-control bg-warn-50 px-4 py-2 text-warn"
    >
      <Undo2 size={20} aria-hidden className="mt-0.5 shrink-0" />
      <span>
        <b className="block">
          {t('order.ranOutBack', {
            dish: group.lines
              .filter(({ id }) => lineIds.includes(id))
              .map(({ name }) => say(name))
              .join(t('dish.comma')),
            amount: amount(totalMinor),
          })}
        </b>
        {parts.map(({ name, amountMinor }) => (
          <span key={name?.en ?? ''} className="block">
            {name
              ? t('order.backTo', { name: say(name), amount: amount(amountMinor) })
              : t(status === 'refunded' ? 'order.backToYou' : 'order.onItsWayToYou', { amount: amount(amountMinor) })}
          </span>
        ))}
      </span>
    </output>
  ))
}
