import { Temporal } from 'temporal-polyfill'
import { instantOf, type ServiceDate } from '../../kernel/time'

export interface Hours {
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number
  readonly from: string
  readonly to: string
}

export interface Open {
  readonly from: Date
  readonly to: Date
}

const DAY_MS = 24 * 3_600_000

/**
 * When a place is open on the local days from one to another, both included, in order. Hours that end before they begin
 * pass midnight. On days on which the clock changes an opening is shorter or longer than its wall-clock times say.
 */
export function openingBetween(hours: readonly Hours[], first: ServiceDate, last: ServiceDate, zone: string): Open[] {
  const week = Array.from({ length: 8 }, (_, weekday) =>
    hours.filter((one) => one.weekday === weekday).toSorted(byStart),
  )
  const open: Open[] = []
  // between two changes of the clock a wall clock is plain arithmetic
  let offset = 0
  let steadyUntil = -Infinity
  for (let day = Date.parse(`${first}T00:00:00Z`); day <= Date.parse(`${last}T00:00:00Z`); day += DAY_MS) {
    if (day + 3 * DAY_MS > steadyUntil) {
      offset = offsetAt(day - 2 * DAY_MS, zone)
      steadyUntil = nextChange(day - 2 * DAY_MS, zone)
    }
    const weekday = new Date(day).getUTCDay() || 7
    for (const { from, to } of week[weekday] ?? []) {
      const end = to > from ? day : day + DAY_MS
      const at = (midnight: number, time: string) =>
        day + 3 * DAY_MS > steadyUntil
          ? instantOf(dateOf(midnight), time, zone)
          : new Date(midnight + minutesOf(time) * 60_000 - offset)
      open.push({ from: at(day, from), to: at(end, to) })
    }
  }
  return open
}

const byStart = (a: Hours, b: Hours): number => (a.from < b.from ? -1 : 1)

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

const dateOf = (midnight: number): ServiceDate => new Date(midnight).toISOString().slice(0, 10)

const zonedAt = (at: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

/** Milliseconds a wall clock is ahead of UTC. */
const offsetAt = (at: number, zone: string): number => zonedAt(at, zone).offsetNanoseconds / 1_000_000

/** When the clocks of a zone change next; never, in most of the world. */
const nextChange = (at: number, zone: string): number =>
  zonedAt(at, zone).getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity
