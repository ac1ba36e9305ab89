import type { ServiceDate } from '../../../kernel/time'

/** When somebody born on 29 February has a birthday in a common year. */
export type LeapDayRule = 'march_1' | 'february_28'

/** Full years on a day; the birthday itself counts. Both dates `YYYY-MM-DD`. */
export function ageOn(birth: ServiceDate, day: ServiceDate, leapDay: LeapDayRule = 'march_1'): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  return day.slice(5) < birthdayIn(Number(day.slice(0, 4)), birth.slice(5), leapDay) ? years - 1 : years
}

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

function birthdayIn(year: number, monthAndDay: string, leapDay: LeapDayRule): string {
  if (monthAndDay !== '02-29' || isLeapYear(year)) return monthAndDay
  return leapDay === 'march_1' ? '03-01' : '02-28'
}
