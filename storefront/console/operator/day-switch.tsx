import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation'
import { setSearch } from '../../address/use-address'
import { day, daysAfter } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { Button, IconButton } from '../../ui/button'
import { addDays } from './days'

/** One day back, one day on, or today; the day stands in the address. */
export function DaySwitch({ date, today }: { readonly date: string; readonly today: string }) {
  const { t } = useTranslation('console')
  const { locale } = useLocale()
  const show = (next: string) => setSearch({ date: next === today ? null : next })
  const away = daysAfter(date, today)
  return (
    <fieldset className="flex items-center gap-1">
      <legend className="sr-only">{t('operator.day.label')}</legend>
      <IconButton label={t('operator.day.before')} kind="secondary" onClick={() => show(addDays(date, -1))}>
        <ChevronLeft size={18} aria-hidden />
      </IconButton>
      <p aria-live="polite" className="figures min-w-36 text-center font-semibold whitespace-nowrap">
        {day(date, locale)}
        <span className="ml-1 font-normal text-ink-2">
          {away === 0 && t('operator.day.today')}
          {away === 1 && t('operator.day.tomorrow')}
          {away === -1 && t('operator.day.yesterday')}
        </span>
      </p>
      <IconButton label={t('operator.day.after')} kind="secondary" onClick={() => show(addDays(date, 1))}>
        <ChevronRight size={18} aria-hidden />
      </IconButton>
      {away !== 0 && (
        <Button kind="quiet" onClick={() => show(today)}>
          {t('operator.day.toToday')}
        </Button>
      )}
    </fieldset>
  )
}
