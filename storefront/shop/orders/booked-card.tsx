import { useTranslation } from '../../i18n/use-translation'
import { Link } from 'react-router'
import type { Order } from '../../api/store'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { Card } from '../../ui/card'
import { when } from '../bookings/when'

/** A booking among the meals of an order, with the way to change or cancel it. */
export function BookedCard({ order, booking }: { readonly order: Order; readonly booking: Order['bookings'][number] }) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const amount = (minor: number) => money(minor, order.currency, locale)
  return (
    <Card as="section">
      <h2 className="flex justify-between gap-3 text-title font-semibold">
        <span>{say(booking.name)}</span>
        <span className="figures">{amount(booking.priceMinor)}</span>
      </h2>
      <p className="figures text-secondary text-ink-2">{when(booking, locale)}</p>
      <p className="flex items-center justify-between gap-3">
        <span>
          {t(`bookedStatus.${booking.status}`)}
          {booking.refundedMinor > 0 && ` · ${t('booking.backShort', { amount: amount(booking.refundedMinor) })}`}
        </span>
        {booking.status !== 'awaiting_payment' && (
          <Link
            to={`/bookings/${booking.bookingId}`}
            className="inline-flex min-h-target items-center text-brand-700 underline"
          >
            {t('booking.open')}
          </Link>
        )}
      </p>
    </Card>
  )
}
