import { addDays, dateIn, instantOf, isBeforeCutoff, type ServiceDate } from '../../kernel/time'

/** When a supplier takes orders, works and delivers. Weekdays: 1 = Monday … 7 = Sunday. */
export interface DeliveryTerms {
  readonly deliveryWeekdays: readonly number[]
  readonly leadDays: number
  /** Lead days count on these weekdays only; an order on another day counts as the next one's. */
  readonly workWeekdays: readonly number[]
  /** Neither work nor delivery, whatever the weekday. */
  readonly holidays: readonly ServiceDate[]
  /** Work and delivery, whatever the weekday. */
  readonly makeUpDays: readonly ServiceDate[]
  readonly orderCutoff: string
  readonly zone: string
}

export interface Deliveries {
  /** Days an order given now may still reach, ascending. */
  readonly days: readonly ServiceDate[]
  /** The day's closing time is over: the order counts as the next working day's. */
  readonly cutoffPassed: boolean
}

/** A supplier who does not work for so long takes no orders. */
const MOST_DAYS_OFF = 60

/** Deliveries that an order given now may reach, from the first to `until`; none when nobody works or delivers. */
export function deliveriesFrom(terms: DeliveryTerms, now: Date, until: ServiceDate): Deliveries {
  const today = dateIn(terms.zone, now)
  const late = !isBeforeCutoff(now, instantOf(today, terms.orderCutoff, terms.zone))
  const working = worksOn(terms, today)
  const cutoffPassed = working && late
  const takenOn = working && !late ? today : workingDayAfter(terms, today)
  let earliest = takenOn
  for (let day = 0; day < terms.leadDays && earliest; day += 1) earliest = workingDayAfter(terms, earliest)
  if (!earliest) return { days: [], cutoffPassed }
  const days: ServiceDate[] = []
  for (let day = earliest; day <= until; day = addDays(day, 1)) if (deliversOn(terms, day)) days.push(day)
  return { days, cutoffPassed }
}

const isOn = (
  weekdays: readonly number[],
  { holidays, makeUpDays }: Pick<DeliveryTerms, 'holidays' | 'makeUpDays'>,
  day: ServiceDate,
): boolean => makeUpDays.includes(day) || (weekdays.includes(weekdayOf(day)) && !holidays.includes(day))

const worksOn = (terms: DeliveryTerms, day: ServiceDate): boolean => isOn(terms.workWeekdays, terms, day)

/** Whether the supplier comes on a day: its weekdays without its holidays, and the days that make up for them. */
export const deliversOn = (
  terms: Pick<DeliveryTerms, 'deliveryWeekdays' | 'holidays' | 'makeUpDays'>,
  day: ServiceDate,
): boolean => terms.deliveryWeekdays.length > 0 && isOn(terms.deliveryWeekdays, terms, day)

function nextWorkingDay(terms: DeliveryTerms, day: ServiceDate, step: 1 | -1): ServiceDate | undefined {
  let next = day
  for (let days = 0; days < MOST_DAYS_OFF; days += 1) {
    next = addDays(next, step)
    if (worksOn(terms, next)) return next
  }
  return undefined
}

/** Until when the supplier takes orders for a day, by its own working days; undefined where it has not worked for long. */
export function orderBy(terms: DeliveryTerms, deliverOn: ServiceDate): Date | undefined {
  let day: ServiceDate | undefined = worksOn(terms, deliverOn) ? deliverOn : workingDayBefore(terms, deliverOn)
  for (let days = 0; days < terms.leadDays && day; days += 1) day = workingDayBefore(terms, day)
  return day === undefined ? undefined : instantOf(day, terms.orderCutoff, terms.zone)
}

const workingDayAfter = (terms: DeliveryTerms, day: ServiceDate) => nextWorkingDay(terms, day, 1)
const workingDayBefore = (terms: DeliveryTerms, day: ServiceDate) => nextWorkingDay(terms, day, -1)

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: ServiceDate): number => ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1

/** Whole days from one date to another. */
export const daysBetween = (from: ServiceDate, to: ServiceDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
