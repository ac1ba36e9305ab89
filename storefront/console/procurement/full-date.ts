import type { Locale } from '../../i18n/locale'

const FORMATS = {
  'zh-CN': new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }),
}

/** A day that may lie years ahead, so with its year: 2027年5月1日, 1 May 2027. */
export const fullDate = (date: string, locale: Locale): string => FORMATS[locale].format(new Date(`${date}T00:00:00Z`))
