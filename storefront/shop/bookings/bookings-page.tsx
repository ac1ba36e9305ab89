import { CalendarDays } from 'lucide-react'
import { Link, useLoaderData } from 'react-router'
import { useTranslation } from '../../i18n/use-translation'
import { type Booking, listBookings, listWaiting, type Waiting } from '../../api/bookings'
import { problemOf } from '../../api/problem'
import { useLocale } from '../../i18n/use-locale'
import { buttonLook } from '../../ui/button'
import { EmptyState } from '../../ui/states'
import { Tag } from '../../ui/tag'
import { loading } from '../loading'
import { usePageTitle } from '../page-title'
import { StatusTag } from './status-tag'
import { when } from './when'

interface Loaded {
  readonly bookings: Booking[]
  readonly waiting: Waiting[]
}

export const loader = loading(async ({ visitor: { fetcher }, signal }): Promise<Loaded> => {
  const options = { fetcher, signal }
  return Promise.all([listBookings(undefined, options), listWaiting(undefined, options)]).then(
    ([{ bookings }, { waiting }]) => ({ bookings, waiting }),
    (error: unknown) => {
      // nobody in particular has none
      if (problemOf(error).status === 401) return { bookings: [], waiting: [] }
      throw error
    },
  )
})

/** What somebody has booked, the latest first. */
export function Component() {
  const { bookings, waiting } = useLoaderData<Loaded>()
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
      {waiting.map((one) => (
        <Link
          key={one.id}
          to={`/services/${one.offeringId}`}
          className="mb-3 block rounded-card border border-line bg-info-50 p-4 text-info hover:underline"
        >
          {t(one.status === 'offered' ? 'booking.offered' : 'booking.waiting', { count: one.quantity })}
        </Link>
      ))}
      <ul className="space-y-3">
        {bookings.map((booking) => (
          <li key={booking.id}>
            <Link
              to={`/bookings/${booking.id}`}
              className="block rounded-card border border-line bg-surface p-4 hover:border-control active:bg-brand-50"
            >
              <span className="flex items-start justify-between gap-2">
                <b>{say(booking.name)}</b>
                <span className="flex gap-1">
                  {booking.isNear && <Tag kind="warn">{t('booking.near')}</Tag>}
                  <StatusTag status={booking.status} />
                </span>
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
