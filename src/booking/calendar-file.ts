import type { Locale } from '../kernel/text'
import type { OwnBooking } from './own-bookings'

/** A booking as a calendar file (RFC 5545): one event in UTC, so that any calendar shows the right hour. */
export function calendarFile({ row, provider }: OwnBooking, locale: Locale, now: Date): string {
  const language = locale === 'zh-CN' ? 'zh' : 'en'
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Linli//Bookings//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${row.id}@linli`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(row.startsAt)}`,
    `DTEND:${stamp(row.endsAt)}`,
    `SUMMARY:${escaped(row.name?.[language] ?? '')}`,
    `LOCATION:${escaped([provider?.name[language], provider?.address[language]].filter(Boolean).join(', '))}`,
    `STATUS:${row.status === 'confirmed' || row.status === 'completed' ? 'CONFIRMED' : 'CANCELLED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

const stamp = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')

/** Lines of at most 75 octets; what is longer goes on after a space, never inside a character. */
function folded(line: string): string {
  let [out, octets] = ['', 0]
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > 75) {
      out += '\r\n '
      octets = 1
    }
    out += character
    octets += size
  }
  return out
}
