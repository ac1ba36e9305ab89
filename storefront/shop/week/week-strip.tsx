import { Check } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation'
import { dayShort } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import type { CartLine } from '../cart'
import { isOpen, picksOf, type WeekDay } from './picks'

/** The days of the week on a narrow screen, as buttons: which is in sight, and which are chosen. */
export function WeekStrip({
  days,
  lines,
  shown,
  onShow,
}: {
  readonly days: readonly WeekDay[]
  readonly lines: readonly CartLine[]
  readonly shown: string | undefined
  readonly onShow: (date: string) => void
}) {
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  return (
    <nav aria-label={t('week.days')} className="-mx-4 overflow-x-auto px-4 py-1 lg:hidden">
      <ul className="flex gap-1.5">
        {days.map((day) => {
          const [short, weekday] = dayShort(day.date, locale)
          const chosen = picksOf(day, lines).length > 0
          const off = day.menus.length === 0 ? t('week.noMealShort') : isOpen(day) ? undefined : t('home.mealClosed')
          return (
            <li key={day.date} className="flex-1">
              <button
                type="button"
                aria-current={day.date === shown ? 'date' : undefined}
                onClick={() => onShow(day.date)}
                className="flex min-h-target w-full min-w-14 flex-col items-center justify-center rounded-card border border-line bg-surface px-1 py-1 text-secondary leading-tight whitespace-nowrap aria-[current]:border-brand-600 aria-[current]:bg-brand-600 aria-[current]:text-white"
              >
                <b className="font-semibold">{weekday}</b>
                <span className="flex items-center gap-0.5">
                  {chosen ? <Check size={16} aria-label={t('week.picked')} /> : null}
                  {off ?? short}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
