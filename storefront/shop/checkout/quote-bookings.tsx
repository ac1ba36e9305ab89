import { Trash2 } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation'
import type { Quote } from '../../api/store'
import { money, percent } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { IconButton } from '../../ui/button'
import { removeBooking, type CartBooking } from '../bookings/cart-bookings'
import { when } from '../bookings/when'

/** The bookings of a basket, each with what cancelling it will cost at the latest. */
export function QuoteBookings({
  quote,
  bookings,
}: {
  readonly quote: Quote
  readonly bookings: readonly CartBooking[]
}) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  return (
    <ul>
      {quote.bookings.map((booking, i) => {
        const last = booking.ladder.at(-1)?.charge
        const key = bookings[i]?.key
        return (
          <li key={`${booking.offeringId} ${booking.startsAt} ${key}`} className="flex items-center gap-2">
            <span className="min-w-0 flex-1">
              <b className="block truncate font-semibold">
                {say(booking.name)} {booking.quantity > 1 && <span className="figures">×{booking.quantity}</span>}
              </b>
              <span className="figures block text-secondary text-ink-2">{when(booking, locale)}</span>
              {last && 'bps' in last && last.bps > 0 && (
                <span className="block text-secondary text-ink-2">
                  {t('booking.feeAtMost', { share: percent(last.bps / 10_000, locale) })}
                </span>
              )}
              {last && 'nights' in last && (
                <span className="block text-secondary text-ink-2">
                  {t('booking.feeAtMost', { share: t('booking.nights', { count: last.nights }) })}
                </span>
              )}
            </span>
            <span className="figures">{money(booking.priceMinor, quote.currency, locale)}</span>
            {key && (
              <IconButton label={t('checkout.remove', { name: say(booking.name) })} onClick={() => removeBooking(key)}>
                <Trash2 size={18} aria-hidden />
              </IconButton>
            )}
          </li>
        )
      })}
    </ul>
  )
}
