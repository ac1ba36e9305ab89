import { and, eq, inArray } from 'drizzle-orm'
import { menuDays } from '../../src/catalogue/schema/menus'
import type { MealPeriod } from '../../src/kernel/time'
import { openApp } from '../../src/platform/app'
import { readConfig } from '../../src/platform/config'
import { caller } from '../support/door'
import type { StackAddress } from '../support/stack-on'

/** A building with every way to be served, and one far from everybody else's orders. */
export const DESK = 'sp_desk_harbour_01'

const LONG_AGO = new Date('2026-01-01T00:00:00Z')

export interface OpenMeal {
  readonly date: string
  readonly period: string
  readonly siteId: string
  readonly dish: {
    readonly id: string
    readonly name: { readonly zh: string; readonly en: string }
    readonly priceMinor: number
  }
}

interface Menu {
  readonly open: boolean
  readonly site: { readonly id: string }
  readonly offers: readonly (OpenMeal['dish'] & { readonly soldOut: boolean; readonly left: number })[]
}

/** A meal of the last day that can be ordered, so that nobody's cut-off comes in between; and one of its dishes. */
export async function lateMeal({ url }: StackAddress, servicePointId = DESK): Promise<OpenMeal> {
  const anyone = caller(url)
  const { dates } = (await anyone.get(`/api/store/menu?servicePointId=${servicePointId}`)).body
  const date = dates.at(-1).date as string
  const at = `servicePointId=${servicePointId}&date=${date}`
  const { period, menus } = (await anyone.get(`/api/store/menu?${at}`)).body as { period: string; menus: Menu[] }
  for (const { open, site, offers } of menus) {
    const dish = offers.find(({ soldOut, left }) => !soldOut && left > 5)
    if (open && dish) return { date, period, siteId: site.id, dish }
  }
  throw new Error('nothing can be ordered on the last day')
}

/** A meal that has closed already, at any hour of the day: its cut-off is put into the past. */
export async function closedMeal(
  { url, env }: StackAddress,
  servicePointId = DESK,
): Promise<{ date: string; period: MealPeriod }> {
  const anyone = caller(url)
  const { dates } = (await anyone.get(`/api/store/menu?servicePointId=${servicePointId}`)).body
  // not the last day, where other tests order
  const { date, periods } = dates.at(-3)
  const period: MealPeriod = periods[0].period
  const at = `servicePointId=${servicePointId}&date=${date}&period=${period}`
  const { menus } = (await anyone.get(`/api/store/menu?${at}`)).body as { menus: Menu[] }
  const app = await openApp(readConfig(env), { name: 'test', poolSize: 1 })
  try {
    const sites = menus.map(({ site }) => site.id)
    const asked = and(inArray(menuDays.siteId, sites), eq(menuDays.serviceDate, date), eq(menuDays.period, period))
    await app.db.update(menuDays).set({ cutoffAt: LONG_AGO }).where(asked)
  } finally {
    await app.close()
  }
  return { date, period }
}
