import { Temporal } from 'temporal-polyfill'
import { addDays, type ServiceDate } from '../../kernel/time'

/** Days since 1 January 1970. */
export const dayNumber = (date: ServiceDate): number =>
  Temporal.PlainDate.from('1970-01-01').until(Temporal.PlainDate.from(date)).days

/** `count` days from `first` on. */
export const daysFrom = (first: ServiceDate, count: number): ServiceDate[] =>
  Array.from({ length: count }, (_, i) => addDays(first, i))
