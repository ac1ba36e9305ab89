import { ChevronLeft, ChevronRight, MapPin, Sparkles } from 'lucide-react'
import { useState } from 'react'
import { Link, useLoaderData, useSearchParams } from 'react-router'
import { useTranslation } from '../../i18n/use-translation'
import { showWeek, type Week } from '../../api/store'
import { useLocale } from '../../i18n/use-locale'
import { Button, buttonLook } from '../../ui/button'
import { EmptyState } from '../../ui/states'
import { notify } from '../../ui/toast'
import { putInCart, useCart } from '../cart'
import { PayerSwitch } from '../checkout/payer-switch'
import { useCheckout } from '../checkout/use-checkout'
import { usePageTitle } from '../page-title'
import { useFresh } from '../use-fresh'
import { DayColumn } from './day-column'
import { loadWeek, weekQuery } from './load-week'
import { isOpen, usualPicks } from './picks'
import { WeekConfirm } from './week-confirm'
import { WeekStrip } from './week-strip'

export const loader = loadWeek

/** Prices and portions left are asked again this often while somebody chooses. */
const REFRESH_MS = 8_000

/** A whole week on one page: one dish a day, who pays each day, and one confirm over all of it. */
export function Component() {
  const loaded = useLoaderData<Week>()
  const { t } = useTranslation('shop')
  const { say } = useLocale()
  const [search] = useSearchParams()
  const query = weekQuery(loaded.place.servicePointId, search)
  const { data: week, refresh } = useFresh(loaded, (signal) => showWeek({ query }, { signal }), REFRESH_MS)
  const { place, days, now, usual } = week
  const lines = useCart(place.communityId)
  const checkout = useCheckout({ place, lines, onStale: refresh })
  const [asked, setShown] = useState<string>()
  const shown = (days.find(({ date }) => date === asked) ?? days.find(isOpen) ?? days[0])?.date
  const following = days.find(({ date }) => shown !== undefined && date > shown)
  usePageTitle(t('week.title'))

  const fill = () => {
    const picks = usualPicks(days, usual, lines)
    for (const { offer } of picks) {
      const { id: offerId, name, priceMinor, companyMinor, currency } = offer
      putInCart(place.communityId, { offerId, name, priceMinor, companyMinor, currency }, 1)
    }
    if (picks.length === 0) void notify({ text: t('week.nothingBefore') })
  }

  return (
    <div className="px-4 pb-24">
      <header className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2 pt-5">
        <div>
          <h1 className="text-headline font-bold">{t('week.title')}</h1>
          <p className="text-ink-2">{t('week.text')}</p>
          <Link to="/place" className="inline-flex min-h-target items-center gap-1.5 text-secondary hover:underline">
            <MapPin size={18} aria-hidden className="text-brand-700" />
            {say(place.community)} {say(place.building)} · {say(place.point)}
          </Link>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <PayerSwitch />
          <Link to="/plans" className={buttonLook({ kind: 'quiet' })}>
            {t('plans.title')}
          </Link>
          {usual.length > 0 && (
            <Button kind="secondary" icon={<Sparkles size={18} aria-hidden />} title={t('week.asHint')} onClick={fill}>
              {t('week.as')}
            </Button>
          )}
        </div>
      </header>
      <Meals week={week} />
      <WeekStrip days={days} lines={lines} shown={shown} onShow={setShown} />
      {days.every(({ menus }) => menus.length === 0) ? (
        <EmptyState title={t('home.noMenu')} text={t('home.noMenuAtAll')} />
      ) : (
        <div className="mt-2 grid gap-3 lg:grid-cols-[repeat(auto-fill,minmax(200px,1fr))] lg:items-start">
          {days.map((day) => (
            <DayColumn
              key={day.date}
              {...{ day, place, now, lines }}
              quote={checkout.quote}
              shown={day.date === shown}
            />
          ))}
        </div>
      )}
      {following && (
        <Button kind="secondary" wide className="mt-3 lg:hidden" onClick={() => setShown(following.date)}>
          {t('week.next')}
        </Button>
      )}
      {lines.length > 0 ? (
        <WeekConfirm checkout={checkout} />
      ) : (
        <p className="mt-4 text-center text-ink-2">{t('week.choose')}</p>
      )}
    </div>
  )
}

/** The meals of the place and the weeks around, as links: the choice stays in the address. */
function Meals({ week: { periods, period, days, earlier, later } }: { readonly week: Week }) {
  const { t } = useTranslation('shop')
  const at = (from: string | undefined, meal: string | null) =>
    `/week?${new URLSearchParams({ ...(from ? { from } : {}), ...(meal ? { period: meal } : {}) }).toString()}`
  return (
    <nav aria-label={t('week.period')} className="flex flex-wrap items-center justify-between gap-2 py-2">
      <ul className="flex gap-1 rounded-card bg-line/70 p-1">
        {periods.map((meal) => (
          <li key={meal}>
            <Link
              to={at(days[0]?.date, meal)}
              preventScrollReset
              aria-current={meal === period ? 'true' : undefined}
              className="flex min-h-[calc(var(--spacing-target)-6px)] items-center rounded-control px-3 aria-[current]:bg-surface aria-[current]:font-semibold aria-[current]:outline-1 aria-[current]:outline-control"
            >
              {t(`ui:period.${meal}`)}
            </Link>
          </li>
        ))}
      </ul>
      <span className="flex gap-2">
        {earlier && (
          <Link to={at(earlier, period)} className={buttonLook({ kind: 'quiet' })}>
            <ChevronLeft size={18} aria-hidden />
            {t('week.earlier')}
          </Link>
        )}
        {later && (
          <Link to={at(later, period)} className={buttonLook({ kind: 'quiet' })}>
            {t('week.later')}
            <ChevronRight size={18} aria-hidden />
          </Link>
        )}
      </span>
    </nav>
  )
}
