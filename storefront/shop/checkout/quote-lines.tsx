import { Trash2 } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation'
import type { Place, Quote } from '../../api/store'
import { day, money, time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { IconButton } from '../../ui/button'
import { type CartLine, putInCart } from '../cart'

/** The basket as the server counts it: by meal, with the fee and the total. */
export function QuoteLines({
  quote,
  place,
  lines,
}: {
  readonly quote: Quote
  readonly place: Place
  readonly lines: readonly CartLine[]
}) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const amount = (minor: number) => money(minor, quote.currency, locale)
  const takeOut = (offerId: string) => {
    const line = lines.find((one) => one.offerId === offerId)
    if (line) putInCart(place.communityId, line, 0)
  }
  return (
    <div className="space-y-3">
      {quote.groups.map((group) => (
        <section key={group.menuDayId}>
          <h3 className="font-semibold">
            {day(group.serviceDate, locale)} · {t(`ui:period.${group.period}`)}
            <span className="ml-2 font-normal text-ink-2">
              {t('checkout.slot', {
                slot: `${time(group.servesFrom, place.zone)}–${time(group.servesTo, place.zone)}`,
              })}
            </span>
          </h3>
          <ul>
            {group.items.map((item) => (
              <li key={item.offerId} className="flex items-center gap-2">
                <span className="min-w-0 flex-1 truncate" title={say(item.name)}>
                  {say(item.name)} <span className="figures text-ink-2">×{item.quantity}</span>
                </span>
                <span className="figures">{amount(item.totalMinor)}</span>
                <IconButton
                  label={t('checkout.remove', { name: say(item.name) })}
                  onClick={() => takeOut(item.offerId)}
                >
                  <Trash2 size={18} aria-hidden />
                </IconButton>
              </li>
            ))}
          </ul>
          {group.feeReason && (
            <p className="figures text-secondary text-ink-2">
              {t('checkout.fee')} {amount(group.feeMinor)} · {say(group.feeReason)}
            </p>
          )}
        </section>
      ))}
      <dl className="figures border-t border-line pt-2">
        {quote.feeMinor > 0 && (
          <div className="flex justify-between text-ink-2">
            <dt>{t('checkout.fee')}</dt>
            <dd>{amount(quote.feeMinor)}</dd>
          </div>
        )}
        <div className="flex justify-between font-bold">
          <dt>{t('checkout.total')}</dt>
          <dd>{amount(quote.totalMinor)}</dd>
        </div>
      </dl>
    </div>
  )
}
