import type { z } from 'zod'
import { type MenuDay, menuDaysOf } from '../../catalogue/queries'
import { addDays, dateIn, type MealPeriod, type ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import type { Caller } from '../caller'
import type { showMenu } from './contract'
import type { Known } from '../../shopping/known'
import { menusOf } from './menus-of'
import { placeView } from './views'

/** Days shown ahead. */
const HORIZON_DAYS = 14

type Answer = z.input<(typeof showMenu)['answer']>

interface Wanted {
  readonly servicePointId: string
  readonly date?: ServiceDate | undefined
  readonly period?: MealPeriod | undefined
}

/** What a place can order on a day and meal; without a wish, the next meal that still takes orders. */
export async function readMenu(
  app: App,
  known: Known,
  caller: Caller,
  { servicePointId, date, period }: Wanted,
): Promise<Answer> {
  const place = await known.place(app, servicePointId)
  const served = await known.served(app, place.communityId)
  const today = dateIn(place.zone, app.now())
  const sites = [...new Set(served.map(({ siteId }) => siteId))]
  const covered = (day: MenuDay) => served.some((area) => area.siteId === day.siteId && area.period === day.period)
  const days = (await menuDaysOf(app, sites, today, addDays(today, HORIZON_DAYS))).filter(covered)
  const isOpen = (day: MenuDay) => app.now() < day.cutoffAt

  const next = days.find(
    (day) => isOpen(day) && (!date || day.serviceDate === date) && (!period || day.period === period),
  )
  const shownDate = date ?? next?.serviceDate ?? null
  const shownPeriod = period ?? next?.period ?? days.find((day) => day.serviceDate === shownDate)?.period ?? null
  const shown = days.filter((day) => day.serviceDate === shownDate && day.period === shownPeriod)
  return {
    place: placeView(place),
    now: app.now().toISOString(),
    dates: datesOf(days, isOpen),
    date: shownDate,
    period: shownPeriod,
    menus: await menusOf(app, known, caller, shown),
  }
}

function datesOf(days: readonly MenuDay[], isOpen: (day: MenuDay) => boolean): Answer['dates'] {
  const byDate = new Map<ServiceDate, Map<MealPeriod, boolean>>()
  for (const day of days) {
    const periods = byDate.get(day.serviceDate) ?? new Map<MealPeriod, boolean>()
    periods.set(day.period, isOpen(day) || (periods.get(day.period) ?? false))
    byDate.set(day.serviceDate, periods)
  }
  return [...byDate].map(([date, periods]) => ({
    date,
    periods: [...periods].map(([period, open]) => ({ period, open })),
  }))
}
