import { CalendarDays } from 'lucide-react'
import { Link, useLoaderData } from 'react-router'
import { useTranslation } from '../../i18n/use-translation'
import { type Booking, listBookings } from '../../api/bookings'
import { problemOf } from '../../api/problem'
import { useLocale } from '../../i18n/use-locale'
import { buttonLook } from '../../ui/button'
import { EmptyState } from '../../ui/states'
import { loading } from '../loading'
import { usePageTitle } from '../page-title'
import { StatusTag } from './status-tag'
import { when } from './when'

export const loader = loading(async ({ visitor: { fetcher }, signal }): Promise<Booking[]> => {
  return listBookings(undefined, { fetcher, signal }).then(
    ({ bookings }) => bookings,
    (error: unknown) => {
      // nobody in particular has none
      if (problemOf(error).status === 401) return []
      throw error
    },
  )
})

/** What somebody has booked, the latest first. */
export function Component() {
  const bookings = useLoaderData<Booking[]>()
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  usePageTitle(t('booking.mine'))
  return (
    <div className="mx-auto max-w-160 px-4">
      <h1 className="pt-5 pb-3 text-headline font-bold">{t('booking.mine')}</h1>
      {bookings.length === 0 && (
        <EmptyState
          icon={<CalendarDays size={28} />}
          title={t('booking.none')}
          text={t('booking.noneText')}
          action={
            <Link to="/services" className={buttonLook({ kind: 'primary' })}>
              {t('services.title')}
            </Link>
          }
        />
      )}
      <ul className="space-y-3">
        {bookings.map((booking) => (
          <li key={booking.id}>
            <Link
              to={`/bookings/${booking.id}`}
              className="block rounded-card border border-line bg-surface p-4 hover:border-control active:bg-brand-50"
            >
              <span className="flex items-start justify-between gap-2">
                <b>{say(booking.name)}</b>
                <StatusTag status={booking.status} />
              </span>
              <span className="figures block">{when(booking, locale)}</span>
              <span className="block text-secondary text-ink-2">{say(booking.provider)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
