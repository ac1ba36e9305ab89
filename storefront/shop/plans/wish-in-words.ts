import type { Plans, PlanWish } from '../../api/plans'
import { money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'

/** Monday to Sunday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** Names of weekdays in the reader's language, Monday first. */
export function useWeekdays(): (weekday: number) => string {
  const { locale } = useLocale()
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  // 5 January 2026 is a Monday
  return (weekday) => format.format(new Date(Date.UTC(2026, 0, 4 + weekday)))
}

/** Says a wish in one line: when, how many of what, and at what price at most. */
export function useWishInWords(dishes: Plans['dishes'], currency: string): (wish: PlanWish) => string {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const weekday = useWeekdays()
  return ({ days, period, quantity, dishIds, chefsChoice, maxMinor }) => {
    const when = days === 'workdays' ? t('plans.workdays') : days.map(weekday).join(t('dish.comma'))
    const named = dishIds.flatMap((id) => dishes.filter((dish) => dish.id === id).map(({ name }) => say(name)))
    const what = [...named, ...(chefsChoice ? [t('plans.chefsChoice')] : [])].join(t('plans.or'))
    const most = maxMinor === null ? '' : t('plans.atMost', { amount: money(maxMinor, currency, locale) })
    return t('plans.wish', { when, meal: t(`ui:period.${period}`), quantity, what, most })
  }
}
