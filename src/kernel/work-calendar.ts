import specialDays from 'chinese-days/dist/chinese-days.json'
import type { ServiceDate } from './time'

const HOLIDAYS: Readonly<Record<string, string>> = specialDays.holidays
const MAKE_UP_WORKDAYS: Readonly<Record<string, string>> = specialDays.workdays

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: ServiceDate): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7

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
