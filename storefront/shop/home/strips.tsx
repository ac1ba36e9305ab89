import { useTranslation } from '../../i18n/use-translation'
import { Link } from 'react-router'
import type { Menu } from '../../api/store'
import { dateIn, dayShort, daysAfter } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'

const CHIP =
  'flex h-full min-h-target min-w-17 shrink-0 flex-col items-center justify-center rounded-card border px-3 py-1 text-center text-secondary leading-tight whitespace-nowrap'

/** The days that can be ordered, as links: the choice stays in the address. */
export function DayStrip({ menu: { dates, date, period, now, place } }: { readonly menu: Menu }) {
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  const today = dateIn(now, place.zone)
  const nameOf = (ahead: number, otherwise: string) =>
    ahead === 0 ? t('day.today') : ahead === 1 ? t('day.tomorrow') : otherwise
  return (
    <nav aria-label={t('home.days')} className="-mx-4 mt-2 overflow-x-auto px-4 py-1">
      <ul className="flex gap-2">
        {dates.map((one) => {
          const [short, weekday] = dayShort(one.date, locale)
          // the chosen meal stays chosen where that day has it
          const meal = one.periods.find((served) => served.period === period && served.open)
          const to = `/?date=${one.date}${meal ? `&period=${meal.period}` : ''}`
          const chosen = one.date === date
          return (
            <li key={one.date}>
              <Link
                to={to}
                preventScrollReset
                aria-current={chosen ? 'date' : undefined}
                className={`${CHIP} ${chosen ? 'border-brand-600 bg-brand-600 text-white' : 'border-line bg-surface hover:border-control'}`}
              >
                <b className="font-semibold">{nameOf(daysAfter(one.date, today), short)}</b>
                <span>{one.periods.some(({ open }) => open) ? weekday : t('home.mealClosed')}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

/** The meals of the chosen day. A meal that is closed can still be looked at. */
export function MealStrip({ menu: { dates, date, period } }: { readonly menu: Menu }) {
  const { t } = useTranslation('shop')
  const meals = dates.find((one) => one.date === date)?.periods ?? []
  if (meals.length === 0) return null
  return (
    <nav aria-label={t('home.meals')} className="mt-1.5">
      <ul className="flex rounded-card bg-line/70 p-1">
        {meals.map((meal) => (
          <li key={meal.period} className="flex-1">
            <Link
              to={`/?date=${date}&period=${meal.period}`}
              aria-current={meal.period === period ? 'true' : undefined}
              className="flex min-h-[calc(var(--spacing-target)-6px)] items-center justify-center gap-1 rounded-control px-1 text-center aria-[current]:bg-surface aria-[current]:font-semibold aria-[current]:outline-1 aria-[current]:outline-control"
            >
              {t(`ui:period.${meal.period}`)}
              {!meal.open && <span className="text-caption text-ink-2">{t('home.mealClosed')}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
