import { menuDaysOf } from '../../catalogue/queries'
import { Refusal } from '../../kernel/refusal'
import type { MealPeriod, ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'

export interface Meal {
  readonly siteId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
}

/** The published menu day of a meal. @throws Refusal `not_found` */
export async function menuDayOf(app: App, { siteId, serviceDate, period }: Meal) {
  const days = await menuDaysOf(app, [siteId], serviceDate, serviceDate)
  const day = days.find((one) => one.period === period)
  if (!day) throw new Refusal('not_found')
  return day
}
