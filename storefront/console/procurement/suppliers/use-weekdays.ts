import { useCallback } from 'react'
import { useLocale } from '../../../i18n/use-locale'

/** A Monday; the days after it give the week its names. */
const MONDAY = Date.UTC(2024, 0, 1)

/** Weekdays (1 is Monday) as people say them: "Mon, Wed, Fri". */
export function useWeekdays(): (weekdays: readonly number[]) => string {
  const { locale } = useLocale()
  return useCallback(
    (weekdays) => {
      const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
      return weekdays
        .toSorted((a, b) => a - b)
        .map((weekday) => format.format(MONDAY + (weekday - 1) * 86_400_000))
        .join(locale === 'en' ? ', ' : '、')
    },
    [locale],
  )
}
