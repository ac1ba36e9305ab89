import { asc, inArray } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { MealPeriod } from '../../kernel/time'
import type { App } from '../../platform/app'
import type { PointKind } from '../domain/failure'
import { slotsAt } from '../domain/slots'
import { type Meal, type Window, windowFor } from '../domain/windows'
import { windows } from '../schema/fleet'
import { slots } from '../schema/slots'

/** When a site's doors and slots are, for all of its meals. */
export interface SiteHours {
  readonly slots: readonly (typeof slots.$inferSelect)[]
  readonly windows: readonly (typeof windows.$inferSelect)[]
}

/** The hours of some sites, by site; two queries. */
export async function hoursOf({ db }: App, siteIds: readonly string[]): Promise<Map<string, SiteHours>> {
  const asked = [...siteIds]
  const [own, doors] = await Promise.all([
    db.select().from(slots).where(inArray(slots.siteId, asked)).orderBy(asc(slots.from), asc(slots.id)),
    db.select().from(windows).where(inArray(windows.siteId, asked)).orderBy(asc(windows.from), asc(windows.id)),
  ])
  const at = (siteId: string): SiteHours => ({
    slots: own.filter((slot) => slot.siteId === siteId),
    windows: doors.filter((window) => window.siteId === siteId),
  })
  return new Map(asked.map((siteId) => [siteId, at(siteId)]))
}

/** A place where food is handed over. */
export interface WaitingPlace {
  readonly kind: PointKind
  readonly siteType: string
}

/** The slots of a meal at a place; none: it is brought all through the meal. */
export function slotsOfMeal(
  hours: SiteHours,
  meal: Meal & { readonly period: MealPeriod },
  place: WaitingPlace,
): Window[] {
  const ofMeal = ({ period }: { readonly period: string }) => period === meal.period
  const doors = windowFor(meal, hours.windows.filter(ofMeal), place.siteType)
  return slotsAt(meal, doors, hours.slots.filter(ofMeal), place.kind)
}

/** The slot that begins then. @throws Refusal `slot_gone` when there is none (any more). */
export function chosenSlot(offered: readonly Window[], from: Date): Window {
  const chosen = offered.find((slot) => slot.from.getTime() === from.getTime())
  if (!chosen) throw new Refusal('slot_gone')
  return chosen
}
