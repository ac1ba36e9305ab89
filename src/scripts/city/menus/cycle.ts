import type { MealPeriod, ServiceDate } from '../../../kernel/time'
import { isHoliday, isMakeUpWorkday, weekdayOf } from '../../../kernel/work-calendar'
import { dayNumber } from '../calendar'
import { dishesOf, type SoldDish } from '../catalogue'
import type { Dish, DishCategory } from '../dishes/dish'
import { operatorOf } from '../operators'
import { type Site, SITES } from '../places/sites'
import { rngOf } from '../rng'
import { popularityOf } from './popularity'
import { layoutOf } from './layout'

/** One dish on one day of a site's rotation. */
export interface CycleEntry {
  readonly siteId: string
  readonly period: MealPeriod
  /** 0 is the Monday of the first week. */
  readonly day: number
  readonly dishId: string
  readonly dish: Dish
  /** How many portions may be sold. */
  readonly portions: number
}

/** Four weeks. */
export const CYCLE_DAYS = 28
/** The Monday the weeks are counted from. */
const CYCLE_START = dayNumber('2024-01-01')
/** Menus offer a little more than the kitchen can cook, as not every dish sells out. */
const OFFERED_SHARE = 1.15
/** A dish that never leaves the menu of its period. */
const EVERY_DAY: Partial<Record<MealPeriod, readonly string[]>> = {
  breakfast: ['soy_milk', 'tea_egg'],
  lunch: ['tomato_beef_rice', 'steamed_rice'],
  dinner: ['steamed_rice'],
}

/** The whole rotation of all sites. Where only working people eat there is nothing on Saturdays and Sundays. */
export const MENU_CYCLE: readonly CycleEntry[] = SITES.flatMap((site) =>
  site.periods.flatMap(({ period, portions }) =>
    Array.from({ length: CYCLE_DAYS }, (_, day) => day)
      .filter((day) => !worksWeekdaysOnly(site) || day % 7 < 5)
      .flatMap((day) => entriesOf(site, period, day, portions)),
  ),
)

/** Group meals for offices, schools and factories stop with them. */
export function worksWeekdaysOnly(site: Site): boolean {
  return site.kind === 'central_kitchen'
}

/**
 * What a site cooks on a date: nothing where people work and it is a holiday; on a make-up workday what the Friday
 * before had.
 */
export function portionsOn(site: Site, date: ServiceDate): CycleEntry[] {
  if (worksWeekdaysOnly(site) && isHoliday(date)) return []
  const back = worksWeekdaysOnly(site) && isMakeUpWorkday(date) ? weekdayOf(date) - 5 : 0
  const day = (dayNumber(date) - back - CYCLE_START) % CYCLE_DAYS
  return BY_SITE_AND_DAY.get(`${site.id}/${day}`) ?? []
}

const BY_SITE_AND_DAY = new Map<string, CycleEntry[]>()
for (const entry of MENU_CYCLE) {
  const key = `${entry.siteId}/${entry.day}`
  BY_SITE_AND_DAY.set(key, [...(BY_SITE_AND_DAY.get(key) ?? []), entry])
}

function entriesOf(site: Site, period: MealPeriod, day: number, portions: number): CycleEntry[] {
  const chosen = dishesFor(site, period, day)
  const total = chosen.reduce((sum, { dish }) => sum + popularityOf(dish), 0)
  return chosen.map(({ id, dish }) => {
    const share = (portions * OFFERED_SHARE * popularityOf(dish)) / total
    return { siteId: site.id, period, day, dishId: id, dish, portions: Math.max(10, Math.round(share / 5) * 5) }
  })
}

/** Walks round each category's dishes, so that each comes back as late as the number of them allows. */
function dishesFor(site: Site, period: MealPeriod, day: number): SoldDish[] {
  const fixed = EVERY_DAY[period] ?? []
  const own = dishesOf(operatorOf(site.operatorId))
  const always = own.filter(({ dish }) => fixed.includes(dish.key))
  const turning = layoutOf(site.kind, period).flatMap(({ category, count }) => {
    const pool = poolOf(site, period, category).filter(({ dish }) => !fixed.includes(dish.key))
    return Array.from({ length: Math.min(count, pool.length) }, (_, i) => pool[(day * count + i) % pool.length]).filter(
      (dish) => dish !== undefined,
    )
  })
  return [...always, ...turning]
}

/** A category's dishes in an order of the site's own. */
function poolOf(site: Site, period: MealPeriod, category: DishCategory): SoldDish[] {
  const pool = dishesOf(operatorOf(site.operatorId)).filter(({ dish }) => dish.category === category)
  return rngOf(`menus/${site.id}/${period}/${category}`).shuffled(pool)
}
