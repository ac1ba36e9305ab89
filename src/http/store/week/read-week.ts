import type { z } from 'zod'
import { menuDaysOf } from '../../../catalogue/queries'
import { addDays, dateIn, MEAL_PERIODS, type MealPeriod, type ServiceDate } from '../../../kernel/time'
import { isHoliday } from '../../../kernel/work-calendar'
import { dishesOrderedBy } from '../../../ordering/usual-dishes'
import type { App } from '../../../platform/app'
import type { Caller } from '../../caller'
import type { Known } from '../../../shopping/known'
import { menusOf } from '../menus-of'
import { placeView } from '../views'
import type { Week } from './contract'

/** Days shown at once, and how far ahead they go. */
const DAYS = 7
const HORIZON_DAYS = 14

interface Wanted {
  readonly servicePointId: string
  readonly from?: ServiceDate | undefined
  readonly period?: MealPeriod | undefined
}

/** Seven days of one meal at a place, with every kitchen's menu of each; lunch where nobody says which meal. */
export async function readWeek(
  app: App,
  known: Known,
  caller: Caller,
  { servicePointId, from: asked, period: wished }: Wanted,
): Promise<z.input<typeof Week>> {
  const place = await known.place(app, servicePointId)
  const served = await known.served(app, place.communityId)
  const today = dateIn(place.zone, app.now())
  const last = addDays(today, HORIZON_DAYS)
  const periods = MEAL_PERIODS.filter((period) => served.some((area) => area.period === period))
  const period = periods.find((one) => one === wished) ?? periods.find((one) => one === 'lunch') ?? periods[0] ?? null
  const sites = served.filter((area) => area.period === period).map(({ siteId }) => siteId)
  const days = (await menuDaysOf(app, sites, today, last)).filter((day) => day.period === period)

  const first = days.find(({ cutoffAt }) => app.now() < cutoffAt)?.serviceDate ?? today
  const from = asked && asked >= today && asked <= last ? asked : first
  const dates = Array.from({ length: DAYS }, (_, ahead) => addDays(from, ahead)).filter((date) => date <= last)
  const menus = await menusOf(
    app,
    known,
    caller,
    days.filter(({ serviceDate }) => dates.includes(serviceDate)),
  )
  const later = addDays(from, DAYS)
  const earlier = addDays(from, -DAYS)
  return {
    place: placeView(place),
    now: app.now().toISOString(),
    periods,
    period,
    earlier: from > first ? (earlier > first ? earlier : first) : null,
    later: days.some(({ serviceDate }) => serviceDate >= later) ? later : null,
    days: dates.map((date) => ({
      date,
      holiday: isHoliday(date),
      menus: menus.filter(({ serviceDate }) => serviceDate === date),
    })),
    usual: caller.personId ? await dishesOrderedBy(app, caller.personId) : [],
  }
}
