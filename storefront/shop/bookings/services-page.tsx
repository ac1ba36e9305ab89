import { CalendarCheck, CalendarDays } from 'lucide-react'
import { Link, useLoaderData, useSearchParams } from 'react-router'
import { useTranslation } from '../../i18n/use-translation'
import { listOfferings, type OfferingInList } from '../../api/bookings'
import { type Place, showMenu } from '../../api/store'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { buttonLook } from '../../ui/button'
import { EmptyState } from '../../ui/states'
import { CartBar } from '../checkout/cart-bar'
import { loading } from '../loading'
import { usePageTitle } from '../page-title'

const SECTIONS = ['eat', 'live', 'move', 'tour', 'shop', 'learn'] as const

interface Loaded {
  readonly offerings: OfferingInList[]
  readonly place: Place | null
}

export const loader = loading(async ({ visitor: { fetcher, servicePointId }, signal }): Promise<Loaded> => {
  const options = { fetcher, signal }
  const { offerings } = await listOfferings({ query: {} }, options)
  const place = servicePointId ? (await showMenu({ query: { servicePointId } }, options)).place : null
  return { offerings, place }
})

/** All that can be booked, by what a neighbourhood lives by: eat, live, move, tour, shop, learn. */
export function Component() {
  const { offerings, place } = useLoaderData<Loaded>()
  const { t } = useTranslation('shop')
  const [search] = useSearchParams()
  const asked = SECTIONS.find((section) => section === search.get('section'))
  const shown = asked ? [asked] : SECTIONS.filter((section) => offerings.some((one) => one.section === section))
  usePageTitle(t('services.title'))
  return (
    <div className="px-4 pb-24">
      <header className="flex flex-wrap items-center justify-between gap-2 pt-5">
        <h1 className="text-headline font-bold">{t('services.title')}</h1>
        <Link to="/bookings" className={buttonLook({ kind: 'quiet' })}>
          <CalendarCheck size={20} aria-hidden />
          {t('booking.mine')}
        </Link>
      </header>
      <nav aria-label={t('booking.sections')} className="-mx-4 overflow-x-auto px-4 py-2">
        <ul className="flex gap-2">
          {([undefined, ...SECTIONS] as const).map((section) => (
            <li key={section ?? 'all'}>
              <Link
                to={section ? `/services?section=${section}` : '/services'}
                aria-current={section === asked ? 'true' : undefined}
                className="inline-flex min-h-target items-center rounded-card border border-line bg-surface px-4 whitespace-nowrap hover:border-control aria-[current]:border-brand-600 aria-[current]:bg-brand-600 aria-[current]:text-white"
              >
                {t(section ? `section.${section}` : 'section.all')}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {shown.map((section) => (
        <section key={section} className="mt-3">
          <h2 className="text-title font-semibold">{t(`section.${section}`)}</h2>
          <ul className="mt-2 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {offerings
              .filter((one) => one.section === section)
              .map((offering) => (
                <li key={offering.id}>
                  <OfferingCard offering={offering} />
                </li>
              ))}
          </ul>
        </section>
      ))}
      {offerings.length === 0 && (
        <EmptyState title={t('services.none')} text={t('services.text')} icon={<CalendarDays size={28} />} />
      )}
      {place && <CartBar place={place} onStale={() => undefined} />}
    </div>
  )
}

function OfferingCard({ offering }: { readonly offering: OfferingInList }) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const { id, name, about, provider, fromMinor, currency } = offering
  return (
    <Link
      to={`/services/${id}`}
      className="flex h-full flex-col rounded-card border border-line bg-surface p-4 hover:border-control active:bg-brand-50"
    >
      <b>{say(name)}</b>
      <span className="text-secondary text-ink-2">{say(about)}</span>
      <span className="mt-auto flex justify-between gap-3 pt-2 text-secondary">
        <span className="min-w-0 truncate text-ink-2">{say(provider)}</span>
        <b className="figures shrink-0">
          {fromMinor === 0 ? t('booking.free') : t('booking.from', { amount: money(fromMinor, currency, locale) })}
        </b>
      </span>
    </Link>
  )
}
