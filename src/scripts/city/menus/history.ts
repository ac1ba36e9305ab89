import { addDays, type MealPeriod, type ServiceDate } from '../../../kernel/time'
import { isHoliday, isWorkday, weekdayOf } from '../../../kernel/work-calendar'
import { daysFrom, dayNumber } from '../calendar'
import type { DishCategory } from '../dishes/dish'
import { cityOfDistrict } from '../places/cities'
import { type Site, type SiteKind, SITES } from '../places/sites'
import { rngOf } from '../rng'
import { type CycleEntry, portionsOn } from './cycle'
import { type Weather, weatherOn } from './weather'

/** What one dish sold at one site in one meal period of a past day. */
export interface DemandFact {
  readonly siteId: string
  readonly operatorId: string
  readonly dishId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly portions: number
  /** What the site's cook had planned. */
  readonly planned: number
}

export const HISTORY_DAYS = 112
/** What sells of what is offered on a plain day. */
const SOLD_SHARE = 0.68
/** Custom grew by this much over the sixteen weeks. */
const GROWTH = 0.12
const DAY_NOISE = 0.05
const DISH_NOISE = 0.12
/** Cooks plan a little more than the calendar says, and know neither the weather nor what is new. */
const PLANNED_SHARE = 1.08
const PLAN_NOISE = 0.16

/** Monday to Sunday, against a plain day. Canteens fill at weekends, offices empty from Friday noon. */
const WEEKDAYS: Readonly<Record<SiteKind, readonly number[]>> = {
  central_kitchen: [1.02, 1.06, 1.04, 1.0, 0.88, 0.8, 0.8],
  kitchen: [1.0, 1.04, 1.03, 1.0, 1.02, 0.9, 0.85],
  canteen: [0.97, 1.0, 1.0, 0.98, 0.98, 1.08, 1.1],
}
/** On Fridays and Saturdays people eat out or order more in the evening. */
const EVENING_OUT = { kitchen: 1.12, canteen: 0.9, central_kitchen: 1 }
const HOLIDAY: Readonly<Record<SiteKind, number>> = { central_kitchen: 0, kitchen: 0.72, canteen: 0.86 }
const RAIN: Readonly<Record<SiteKind, number>> = { central_kitchen: 1.03, kitchen: 1.1, canteen: 0.86 }
/** What cold days do to a category. */
const COLD: Partial<Record<DishCategory, number>> = { soup: 1.25, noodles: 1.12, braise: 1.1, cold: 0.72, sweet: 0.9 }

/** Dishes that came new to the menus, days before today. */
const NEW_DISHES = new Map([
  ['curry_chicken_rice', 40],
  ['pepper_squid', 33],
  ['osmanthus_lotus', 26],
  ['cashew_chicken', 19],
  ['beef_tripe_slices', 12],
])
/** Curiosity sells this much more on the first day and halves every week. */
const NOVELTY = 0.7

/** Sixteen weeks up to yesterday: weekday, growth, weather, holidays, make-up workdays, novelty and chance. */
export const demandHistory = (today: ServiceDate, seed: string): DemandFact[] =>
  daysFrom(addDays(today, -HISTORY_DAYS), HISTORY_DAYS).flatMap((date) =>
    SITES.flatMap((site) => demandOf(site, date, dayNumber(today) - dayNumber(date), seed)),
  )

function demandOf(site: Site, date: ServiceDate, daysAgo: number, seed: string): DemandFact[] {
  const weather = weatherOn(cityOfDistrict(site.districtId).id, date)
  const chance = rngOf(`${seed}/history/${site.id}/${date}`)
  const plans = chance.fork('plan')
  const calm = siteFactor(site.kind, date, { rain: false, cold: false }, daysAgo)
  const day = siteFactor(site.kind, date, weather, daysAgo) * (1 + DAY_NOISE * chance.normal())
  return portionsOn(site, date).flatMap((entry) => {
    const novelty = noveltyOf(entry.dish.key, daysAgo)
    if (novelty === 0) return []
    const warmth = weather.cold ? (COLD[entry.dish.category] ?? 1) : 1
    const noise = 1 + DISH_NOISE * chance.normal()
    const usual = entry.portions * SOLD_SHARE * eveningFactor(site.kind, entry, date)
    const portions = within(usual * day * warmth * novelty * noise, entry)
    const planned = within(usual * calm * PLANNED_SHARE * (1 + PLAN_NOISE * plans.normal()), entry)
    const { dishId, period } = entry
    return [{ siteId: site.id, operatorId: site.operatorId, dishId, serviceDate: date, period, portions, planned }]
  })
}

const within = (portions: number, entry: CycleEntry): number =>
  Math.min(entry.portions, Math.max(0, Math.round(portions)))

function siteFactor(kind: SiteKind, date: ServiceDate, { rain }: Weather, daysAgo: number): number {
  const growth = 1 - (GROWTH * daysAgo) / HISTORY_DAYS
  // a make-up workday is a Saturday or Sunday that feels like a Monday
  const weekday = isWorkday(date) && weekdayOf(date) > 5 ? 1 : weekdayOf(date)
  const calendar = isHoliday(date) ? HOLIDAY[kind] : (WEEKDAYS[kind][weekday - 1] ?? 1)
  return growth * calendar * (rain ? RAIN[kind] : 1)
}

const eveningFactor = (kind: SiteKind, { period }: CycleEntry, date: ServiceDate): number =>
  period === 'dinner' && [5, 6].includes(weekdayOf(date)) ? EVENING_OUT[kind] : 1

/** 0 before a dish was on the menu. */
function noveltyOf(dishKey: string, daysAgo: number): number {
  const since = NEW_DISHES.get(dishKey)
  if (since === undefined) return 1
  return daysAgo > since ? 0 : 1 + NOVELTY * 0.5 ** ((since - daysAgo) / 7)
}
