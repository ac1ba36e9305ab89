import { dateIn, day, time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'

/** Until when food is good, in words: the time, and the day where it is another than that of its cooking. */
export function useUseBy(zone: string) {
  const { locale } = useLocale()
  return ({ cookedAt, useBy }: { readonly cookedAt: string; readonly useBy: string }): string => {
    const date = dateIn(useBy, zone)
    return date === dateIn(cookedAt, zone) ? time(useBy, zone) : `${day(date, locale)} ${time(useBy, zone)}`
  }
}
