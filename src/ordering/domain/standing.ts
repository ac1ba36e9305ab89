import { z } from 'zod'
import { MealPeriod, type MealPeriod as Period, ServiceDate, type ServiceDate as Day } from '../../kernel/time'
import { isHoliday, isWorkday, weekdayOf } from '../../kernel/work-calendar'

/** A meal somebody wants again and again. `days`: the work calendar's, or weekdays, 1 = Monday … 7 = Sunday. */
export const StandingWish = z.object({
  days: z.union([z.literal('workdays'), z.array(z.number().int().min(1).max(7)).min(1).max(7)]),
  period: MealPeriod,
  quantity: z.number().int().min(1).max(20),
  /** The first of these that is on the menu. */
  dishIds: z.array(z.string().min(1).max(100)).max(20),
  /** Whether the chef may choose, within the price, where none of them is there. */
  chefsChoice: z.boolean(),
  /** What one portion may cost at most, in minor units; null for no limit. */
  maxMinor: z.number().int().min(0).nullable(),
})
export type StandingWish = z.infer<typeof StandingWish>

/** Days left out, both included; `to` null: until it is resumed. */
export const Pause = z.object({ from: ServiceDate, to: ServiceDate.nullable() })
export type Pause = z.infer<typeof Pause>

export interface StandingPlan {
  readonly wishes: readonly StandingWish[]
  readonly from: Day
  readonly to: Day | null
  /** Whether public holidays are left out where weekdays are named. */
  readonly skipHolidays: boolean
  readonly pauses: readonly Pause[]
}

/** Whether a day is one a plan leaves out. */
export const isPaused = ({ pauses }: Pick<StandingPlan, 'pauses'>, date: Day): boolean =>
  pauses.some(({ from, to }) => from <= date && (to === null || date <= to))

/** What a plan wants on a day and meal; nothing outside its dates, while it pauses and on days it leaves out. */
export function wishOn(plan: StandingPlan, date: Day, period: Period): StandingWish | undefined {
  if (date < plan.from || (plan.to !== null && date > plan.to) || isPaused(plan, date)) return undefined
  return plan.wishes.find((wish) => wish.period === period && wantsDay(wish, date, plan.skipHolidays))
}

function wantsDay({ days }: StandingWish, date: Day, skipHolidays: boolean): boolean {
  if (days === 'workdays') return isWorkday(date)
  return days.includes(weekdayOf(date)) && !(skipHolidays && isHoliday(date))
}

export interface DishOnOffer {
  readonly offerId: string
  readonly dishId: string
  /** What whoever pays would be charged. */
  readonly unitMinor: number
  readonly left: number
}

/**
 * What of a menu fits a wish, the best first: the named dishes in their order, then, where the chef may choose, the rest from
 * the dearest down, since a meal is wanted and not a bowl of rice.
 */
export function fitting<O extends DishOnOffer>(wish: StandingWish, offers: readonly O[]): O[] {
  const able = offers.filter(
    ({ unitMinor, left }) => left >= wish.quantity && (wish.maxMinor === null || unitMinor <= wish.maxMinor),
  )
  const named = wish.dishIds.flatMap((id) => able.filter(({ dishId }) => dishId === id))
  if (!wish.chefsChoice) return named
  const rest = able.filter((offer) => !named.includes(offer))
  return [...named, ...rest.toSorted((a, b) => b.unitMinor - a.unitMinor)]
}

/** The pauses with another one; days that touch become one stretch. */
export function withPause(pauses: readonly Pause[], added: Pause): Pause[] {
  const reaches = (a: Pause, b: Pause) => a.to === null || b.from <= a.to
  const sorted = [...pauses, added].toSorted((a, b) => a.from.localeCompare(b.from))
  const joined: Pause[] = []
  for (const pause of sorted) {
    const last = joined.at(-1)
    if (!last || !reaches(last, pause)) joined.push(pause)
    else {
      const to = last.to === null || pause.to === null ? null : last.to > pause.to ? last.to : pause.to
      joined[joined.length - 1] = { from: last.from, to }
    }
  }
  return joined
}

/** The pauses as they are when somebody resumes on a day: what began before ends the day before, the rest is gone. */
export const resumedFrom = (pauses: readonly Pause[], date: Day, dayBefore: Day): Pause[] =>
  pauses
    .filter(({ from }) => from < date)
    .map(({ from, to }) => ({ from, to: to === null || to > dayBefore ? dayBefore : to }))
