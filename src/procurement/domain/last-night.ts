import { addDays, dateIn, instantOf, type ServiceDate } from '../../kernel/time'

/** The last date on which a clock in the zone has shown the time: tonight's before it strikes is yesterday's. */
export function lastNight(zone: string, at: Date, time: string): ServiceDate {
  const today = dateIn(zone, at)
  return at >= instantOf(today, time, zone) ? today : addDays(today, -1)
}
