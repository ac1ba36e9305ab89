import { dateIn, day, time } from '../../i18n/format'
import type { Locale } from '../../i18n/locale'

interface Span {
  readonly startsAt: string
  readonly endsAt: string
  readonly zone: string
}

/** When something is, as short as it can be said: one day with hours, or two days. */
export function when({ startsAt, endsAt, zone }: Span, locale: Locale): string {
  const [from, to] = [dateIn(startsAt, zone), dateIn(endsAt, zone)]
  if (from === to) return `${day(from, locale)} ${time(startsAt, zone)}–${time(endsAt, zone)}`
  return `${day(from, locale)} ${time(startsAt, zone)} – ${day(to, locale)} ${time(endsAt, zone)}`
}

/** A date some days later. */
export const daysLater = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
