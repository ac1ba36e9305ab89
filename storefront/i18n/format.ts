import type { Locale } from './locale'

/** Amounts, dates and times as readers write them. Every date and time is in the zone of the kitchen or site it is about. */

const MAKERS = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()

/** Intl objects are dear to make and are kept. */
function kept<T extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => T): T {
  const known = MAKERS.get(key)
  if (known) return known as T
  const made = make()
  MAKERS.set(key, made)
  return made
}

/** Minor units as money: `money(128000, 'CNY', 'en')` is ¥1,280.00. */
export function money(minor: number, currency: string, locale: Locale): string {
  const format = kept(`money ${currency} ${locale}`, () => {
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: currency.toUpperCase(),
      currencyDisplay: 'narrowSymbol',
    })
  })
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

/** A plain number with separators. */
export const count = (value: number, locale: Locale): string =>
  kept(`count ${locale}`, () => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })).format(value)

/** A share of one as a percentage: `percent(0.063, 'en')` is 6.3%. */
export const percent = (share: number, locale: Locale): string =>
  kept(`percent ${locale}`, () => {
    return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  }).format(share)

const dayParts = (date: string, locale: Locale): Record<string, string> => {
  const format = kept(`day ${locale}`, () => {
    return new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      month: locale === 'en' ? 'short' : 'numeric',
      day: 'numeric',
      weekday: 'short',
    })
  })
  return Object.fromEntries(format.formatToParts(new Date(`${date}T00:00:00Z`)).map(({ type, value }) => [type, value]))
}

/** A calendar day: 11月23日 周一, Mon 23 Nov. */
export function day(date: string, locale: Locale): string {
  const { month, day: number, weekday } = dayParts(date, locale)
  return locale === 'en' ? `${weekday} ${number} ${month}` : `${month}月${number}日 ${weekday}`
}

/** The two lines of a day chip: [25日, 周三], [25 Nov, Wed]. */
export function dayShort(date: string, locale: Locale): readonly [string, string] {
  const { month, day: number, weekday } = dayParts(date, locale)
  return locale === 'en' ? [`${number} ${month}`, weekday ?? ''] : [`${number}日`, weekday ?? '']
}

/** The time on the wall of the site, 24 hours: 11:30. */
export const time = (instant: string, zone: string): string =>
  kept(`time ${zone}`, () => {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  }).format(new Date(instant))

/** The calendar day of an instant at the site, `YYYY-MM-DD`. */
export const dateIn = (instant: string, zone: string): string =>
  kept(`date ${zone}`, () => {
    return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  }).format(new Date(instant))

/** How many calendar days a date is after another: 0 today, 1 tomorrow. */
export const daysAfter = (date: string, today: string): number =>
  Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000)

/** Grams as kitchens say them: 850 g, 12.5 kg. */
export const grams = (quantity: number, locale: Locale): string =>
  quantity >= 1000 ? `${count(quantity / 1000, locale)} kg` : `${count(quantity, locale)} g`
