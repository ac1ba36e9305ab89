import type { Calendar } from '../../api/provider'
import { dateIn, day, time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Link } from '../../address/link'

const DAYS = 7

/** A week at a glance: a column a day, each booking a line; a day leads to its own calendar. */
export function WeekGrid({ calendar, from }: { readonly calendar: Calendar; readonly from: string }) {
  const { t } = useTranslation('provider')
  const { locale, say } = useLocale()
  const { provider, bookings } = calendar
  const days = Array.from({ length: DAYS }, (_, i) =>
    new Date(Date.parse(`${from}T00:00:00Z`) + i * 86_400_000).toISOString().slice(0, 10),
  )
  return (
    <section aria-label={t('calendar')} className="grid gap-2 sm:grid-cols-4 xl:grid-cols-7">
      {days.map((date) => {
        const own = bookings.filter(({ startsAt }) => dateIn(startsAt, provider.zone) === date)
        return (
          <div key={date} className="min-h-32 rounded-card border border-line bg-surface p-2">
            <Link
              to={`/console/provider?provider=${provider.id}&view=day&date=${date}`}
              className="block font-semibold hover:underline"
            >
              {day(date, locale)}
            </Link>
            <ul className="mt-1 space-y-1 text-secondary">
              {own.map((booking) => (
                <li key={booking.id} className="rounded-control bg-brand-50 px-1.5 py-0.5 text-brand-800">
                  <span className="figures">{time(booking.startsAt, provider.zone)}</span> {booking.guest} ·{' '}
                  {say(booking.name)}
                </li>
              ))}
            </ul>
            {own.length === 0 && <p className="text-secondary text-ink-2">{t('freeDay')}</p>}
          </div>
        )
      })}
    </section>
  )
}
