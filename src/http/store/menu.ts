import type { z } from 'zod'
import { type MenuDay, menuDaysOf, offersOn } from '../../catalogue/queries'
import { addDays, dateIn, type MealPeriod, type ServiceDate } from '../../kernel/time'
import { portionsLeft } from '../../ordering/queries'
import type { App } from '../../platform/app'
import type { showMenu } from './contract'
import type { Known } from './known'
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
export async function readMenu(app: App, known: Known, { servicePointId, date, period }: Wanted): Promise<Answer> {
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
    menus: await menusOf(app, known, shown, isOpen),
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

async function menusOf(
  app: App,
  known: Known,
  shown: readonly MenuDay[],
  isOpen: (day: MenuDay) => boolean,
): Promise<Answer['menus']> {
  if (shown.length === 0) return []
  const offers = await offersOn(
    app,
    shown.map(({ id }) => id),
  )
  const left = await portionsLeft(
    app,
    offers.map(({ id }) => id),
  )
  const nameOf = await known.siteNames(
    app,
    shown.map(({ siteId }) => siteId),
  )
  return shown.map((day) => {
    const own = offers.filter(({ menuDayId }) => menuDayId === day.id)
    const closed = own.some(({ id }) => left.get(id)?.closed)
    return {
      menuDayId: day.id,
      site: { id: day.siteId, name: nameOf.get(day.siteId) ?? { zh: '', en: '' } },
      serviceDate: day.serviceDate,
      period: day.period,
      zone: day.zone,
      cutoffAt: day.cutoffAt.toISOString(),
      servesFrom: day.servesFrom.toISOString(),
      servesTo: day.servesTo.toISOString(),
      open: isOpen(day) && !closed,
      offers: own.map(
        ({ id, dishId, name, description, category, tags, art, priceMinor, currency, nutrition, allergens }) => {
          // a pool that is not there yet is a menu published a moment ago
          const portions = left.get(id)?.left ?? 0
          const facts = {
            id,
            dishId,
            name,
            description,
            category,
            tags: [...tags],
            art,
            priceMinor,
            currency,
            allergens,
          }
          return { ...facts, kcal: nutrition.kcal, left: portions, soldOut: portions <= 0 }
        },
      ),
    }
  })
}
