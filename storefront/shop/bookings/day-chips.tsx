import { useTranslation } from '../../i18n/use-translation'
import { dayShort, daysAfter } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'

const CHIP =
  'flex min-h-target min-w-17 shrink-0 flex-col items-center justify-center rounded-card border px-3 py-1 text-center text-secondary leading-tight whitespace-nowrap'

/** A calendar strip: the days that have something, and one of them chosen. */
export function DayChips({
  days,
  chosen,
  today,
  onChoose,
}: {
  readonly days: readonly string[]
  readonly chosen: string | undefined
  readonly today: string
  readonly onChoose: (date: string) => void
}) {
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  return (
    <fieldset className="-mx-4 min-w-0 overflow-x-auto px-4 py-1">
      <legend className="sr-only">{t('home.days')}</legend>
      <div className="flex gap-2">
        {days.map((date) => {
          const [short, weekday] = dayShort(date, locale)
          const ahead = daysAfter(date, today)
          const name = ahead === 0 ? t('day.today') : ahead === 1 ? t('day.tomorrow') : short
          const look =
            date === chosen ? 'border-brand-600 bg-brand-600 text-white' : 'border-line bg-surface hover:border-control'
          return (
            <button
              key={date}
              type="button"
              aria-pressed={date === chosen}
              onClick={() => onChoose(date)}
              className={`${CHIP} ${look}`}
            >
              <b className="font-semibold">{name}</b>
              <span>{weekday}</span>
            </button>
          )
        })}
      </div>
    </fieldset>
  )
}
