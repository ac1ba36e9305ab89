import { Temporal } from 'temporal-polyfill'
import specialDays from 'chinese-days/dist/chinese-days.json'
import { addDays, type ServiceDate } from '../../kernel/time'

const HOLIDAYS: Readonly<Record<string, string>> = specialDays.holidays
const MAKE_UP_WORKDAYS: Readonly<Record<string, string>> = specialDays.workdays

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: ServiceDate): number => Temporal.PlainDate.from(date).dayOfWeek

/** A statutory holiday, its bridge days included. */
export const isHoliday = (date: ServiceDate): boolean => date in HOLIDAYS

/** A Saturday or Sunday that people work to make up for a bridge day (调休). */
export const isMakeUpWorkday = (date: ServiceDate): boolean => date in MAKE_UP_WORKDAYS

/**
 * Whether offices, schools and factories work. The library's own functions mix local time and UTC and are a day off
 * west of Greenwich, so its plain data is read instead.
 */
export const isWorkday = (date: ServiceDate): boolean =>
  isMakeUpWorkday(date) || (weekdayOf(date) <= 5 && !isHoliday(date))

/** Days since 1 January 1970. */
export const dayNumber = (date: ServiceDate): number =>
  Temporal.PlainDate.from('1970-01-01').until(Temporal.PlainDate.from(date)).days

/** `count` days from `first` on. */
export const daysFrom = (first: ServiceDate, count: number): ServiceDate[] =>
  Array.from({ length: count }, (_, i) => addDays(first, i))
