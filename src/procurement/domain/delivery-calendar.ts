import { addDays, dateIn, instantOf, isBeforeCutoff, type ServiceDate } from '../../kernel/time'

/** When a supplier takes orders and delivers. */
export interface DeliveryTerms {
  /** 1 = Monday … 7 = Sunday. */
  readonly deliveryWeekdays: readonly number[]
  readonly leadDays: number
  readonly orderCutoff: string
  readonly zone: string
}

/** The delivery an order given now reaches, and the one after it, which it must last until. */
export interface DeliveryWindow {
  readonly deliverOn: ServiceDate
  readonly nextOn: ServiceDate
  /** Today's closing time is over: the order counts as tomorrow's. */
  readonly cutoffPassed: boolean
}

/** Undefined for a supplier who delivers on no day. */
export function nextDeliveries(terms: DeliveryTerms, now: Date): DeliveryWindow | undefined {
  const today = dateIn(terms.zone, now)
  const cutoffPassed = !isBeforeCutoff(now, instantOf(today, terms.orderCutoff, terms.zone))
  const earliest = addDays(today, terms.leadDays + (cutoffPassed ? 1 : 0))
  const deliverOn = firstDelivery(terms, earliest)
  const nextOn = deliverOn && firstDelivery(terms, addDays(deliverOn, 1))
  return deliverOn && nextOn ? { deliverOn, nextOn, cutoffPassed } : undefined
}

function firstDelivery({ deliveryWeekdays }: DeliveryTerms, from: ServiceDate): ServiceDate | undefined {
  return daysFrom(from, 7).find((date) => deliveryWeekdays.includes(weekdayOf(date)))
}

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: ServiceDate): number => ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1

export const daysFrom = (date: ServiceDate, days: number): ServiceDate[] =>
  Array.from({ length: days }, (_, i) => addDays(date, i))
