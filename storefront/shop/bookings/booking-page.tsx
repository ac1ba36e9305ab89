import { CalendarPlus } from 'lucide-react'
import { Link, useLoaderData, useNavigate } from 'react-router'
import { useTranslation } from '../../i18n/use-translation'
import { type Booking, showBooking } from '../../api/bookings'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { buttonLook } from '../../ui/button'
import { Facts } from '../../ui/facts'
import { loading } from '../loading'
import { usePageTitle } from '../page-title'
import { useFresh } from '../use-fresh'
import { CancelBooking } from './cancel-booking'
import { ChangeBooking } from './change-booking'
import { Ladder } from './ladder'
import { StatusTag } from './status-tag'
import { when } from './when'

const CHECK_MS = 5_000

export const loader = loading(
  ({ visitor: { fetcher }, params, signal }): Promise<Booking> =>
    showBooking({ params: { bookingId: params['bookingId'] ?? '' } }, { fetcher, signal }),
)

/** One booking: the code for the door, the calendar, and what changing or cancelling it costs. */
export function Component() {
  const loaded = useLoaderData<Booking>()
  const ask = (signal: AbortSignal) => showBooking({ params: { bookingId: loaded.id } }, { signal })
  const { data: booking, refresh } = useFresh(loaded, ask, CHECK_MS)
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const navigate = useNavigate()
  usePageTitle(say(booking.name))
  const amount = (minor: number) => money(minor, booking.currency, locale)
  return (
    <div className="mx-auto max-w-160 space-y-3 px-4 pt-5">
      <header className="flex items-start justify-between gap-3">
        <h1 className="text-headline font-bold">{say(booking.name)}</h1>
        <StatusTag status={booking.status} />
      </header>
      <p className="figures text-title">{when(booking, locale)}</p>
      {booking.code && booking.status === 'confirmed' && (
        <section className="flex items-center gap-4 rounded-card border border-line bg-surface p-4">
          <img src={`/api/store/bookings/${booking.id}/code.svg`} alt="" className="size-32 shrink-0" />
          <p>
            <b className="figures block text-title tracking-[0.1em]">{booking.code}</b>
            <span className="text-secondary text-ink-2">{t('booking.codeHint')}</span>
          </p>
        </section>
      )}
      <section className="rounded-card border border-line bg-surface p-4">
        <Facts
          facts={{
            [t('booking.where')]: `${say(booking.provider)} · ${say(booking.address)}`,
            [t('booking.count')]: booking.quantity > 0 ? booking.quantity : undefined,
            [t('checkout.total')]: amount(booking.priceMinor),
            [t('booking.party')]:
              booking.party.length > 0 ? booking.party.map(({ name }) => name).join(t('dish.comma')) : undefined,
            [t('booking.fee')]: booking.feeMinor > 0 ? amount(booking.feeMinor) : undefined,
            [t('booking.back')]: booking.refundMinor > 0 ? amount(booking.refundMinor) : undefined,
          }}
        />
      </section>
      <Ladder ladder={booking.ladder} currency={booking.currency} />
      <div className="flex flex-wrap gap-2">
        {booking.isOpen && (
          <a className={buttonLook({ kind: 'secondary' })} href={`/api/store/bookings/${booking.id}/calendar.ics`}>
            <CalendarPlus size={20} aria-hidden />
            {t('booking.toCalendar')}
          </a>
        )}
        {booking.isMovable && booking.kind !== 'hotel_night' && (
          <ChangeBooking booking={booking} onChanged={(id) => void navigate(`/bookings/${id}`)} />
        )}
        {booking.isOpen && <CancelBooking booking={booking} onCancelled={refresh} />}
      </div>
      {booking.order && (
        <Link
          to={`/orders/${booking.order.id}`}
          className="inline-flex min-h-target items-center text-brand-700 underline"
        >
          {t('order.title', { number: booking.order.number })}
        </Link>
      )}
    </div>
  )
}
