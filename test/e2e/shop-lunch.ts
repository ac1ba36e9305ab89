import { caller } from '../support/door'
import type { StackAddress } from '../support/stack-on'

/** A building with every way to be served, and one far from everybody else's orders. */
export const DESK = 'sp_desk_harbour_01'

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

/** A meal that has closed already, on the first day. */
export async function closedMeal(
  { url }: StackAddress,
  servicePointId = DESK,
): Promise<{ date: string; period: string }> {
  const { dates } = (await caller(url).get(`/api/store/menu?servicePointId=${servicePointId}`)).body
  for (const { date, periods } of dates) {
    const closed = periods.find(({ open }: { open: boolean }) => !open)
    if (closed) return { date, period: closed.period }
  }
  throw new Error('everything is open still')
}
