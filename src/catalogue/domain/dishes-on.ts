import { addDays, type MealPeriod, type ServiceDate } from '../../kernel/time'
import { isHoliday, isMakeUpWorkday, weekdayOf } from '../../kernel/work-calendar'
import { cycleDay } from './menu-day'

export interface MenuDish {
  readonly dishId: string
  readonly portions: number
}

/** A dish on one day of a rotation of `length` days. */
export interface CycleDish extends MenuDish {
  readonly period: MealPeriod
  readonly day: number
  readonly length: number
}

/** What a site does on days that are not like others. */
export interface MenuCalendar {
  readonly closedOnHolidays: boolean
  /** The weekday, 1 Monday … 7, whose menu a made-up workday serves; null: its own. */
  readonly madeUpAs: number | null
}

export interface MenuException {
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly dishes: readonly MenuDish[]
}

export interface Menus {
  readonly cycle: readonly CycleDish[]
  readonly calendar: MenuCalendar | undefined
  readonly exceptions: readonly MenuException[]
}

/** Why a day has the menu it has. */
export type Origin = 'rotation' | 'exception' | 'holiday' | 'made_up'

/** The menu of a meal: somebody's word first, then holidays and made-up workdays, then the rotation. No dishes: closed. */
export function dishesOn(
  { cycle, calendar, exceptions }: Menus,
  date: ServiceDate,
  period: MealPeriod,
): { origin: Origin; dishes: MenuDish[] } {
  const word = exceptions.find((one) => one.serviceDate === date && one.period === period)
  if (word) return { origin: 'exception', dishes: [...word.dishes] }
  if (calendar?.closedOnHolidays && isHoliday(date)) return { origin: 'holiday', dishes: [] }
  const as = isMakeUpWorkday(date) ? calendar?.madeUpAs : undefined
  const like = as ? addDays(date, as - weekdayOf(date)) : date
  const dishes = cycle
    .filter((one) => one.period === period && one.day === cycleDay(like, one.length))
    .map(({ dishId, portions }) => ({ dishId, portions }))
  return { origin: as ? 'made_up' : 'rotation', dishes }
}
