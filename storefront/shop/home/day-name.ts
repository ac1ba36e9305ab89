import { useTranslation } from '../../i18n/use-translation'
import { dateIn, day, daysAfter } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'

/** Names the day of an instant as people at the place say it: today, tomorrow, 25 Nov. Days change at the place's midnight. */
export function useDayName({ now, place }: { readonly now: string; readonly place: { readonly zone: string } }) {
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  const today = dateIn(now, place.zone)
  return (instant: string): string => {
    const date = dateIn(instant, place.zone)
    const ahead = daysAfter(date, today)
    return ahead === 0 ? t('day.inText.today') : ahead === 1 ? t('day.inText.tomorrow') : day(date, locale)
  }
}
