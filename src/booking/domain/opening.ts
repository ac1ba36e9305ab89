import { Temporal } from 'temporal-polyfill'
import { instantOf, type ServiceDate } from '../../kernel/time'

export interface Hours {
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number
  readonly from: string
  readonly to: string
}

/**
 * When a place is open on a local day, in order. Hours that end before they begin pass midnight. On days on which the
 * clock changes an opening is shorter or longer than its wall-clock times say.
 */
export function openingOn(hours: readonly Hours[], date: ServiceDate, zone: string): { from: Date; to: Date }[] {
  const day = Temporal.PlainDate.from(date)
  return hours
    .filter(({ weekday }) => weekday === day.dayOfWeek)
    .map(({ from, to }) => ({
      from: instantOf(date, from, zone),
      to: instantOf(to > from ? date : day.add({ days: 1 }).toString(), to, zone),
    }))
    .toSorted((a, b) => a.from.getTime() - b.from.getTime())
}
