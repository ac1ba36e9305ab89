import specialDays from 'chinese-days/dist/chinese-days.json'
import type { ServiceDate } from '../../kernel/time'

const HOLIDAYS: Readonly<Record<string, string>> = specialDays.holidays
const MAKE_UP_WORKDAYS: Readonly<Record<string, string>> = specialDays.workdays

/** Statutory holidays with their bridge days, and the weekend days worked for them (调休), as dates. */
export const workCalendar: readonly { readonly name: string; readonly dates: readonly ServiceDate[] }[] = [
  { name: 'holiday', dates: Object.keys(HOLIDAYS) },
  { name: 'makeUpWorkday', dates: Object.keys(MAKE_UP_WORKDAYS) },
]
