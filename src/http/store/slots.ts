import type { MenuDay } from '../../catalogue/queries'
import { chosenSlot, slotsOfMeal } from '../../delivery/slots/choose-slots'
import { wishedSlots, wishSlots } from '../../delivery/slots/wish-slots'
import type { FullPlace } from '../../places/queries'
import type { App } from '../../platform/app'
import type { Known } from '../../shopping/known'

export type Span = { readonly from: string; readonly to: string }

const spanOf = ({ from, to }: { readonly from: Date; readonly to: Date }): Span => ({
  from: from.toISOString(),
  to: to.toISOString(),
})

/** Asks the delivery which slots of some meals can be chosen at a place. */
export async function slotsAtPlace(app: App, known: Known, place: FullPlace, menuDays: ReadonlyMap<string, MenuDay>) {
  const days = [...menuDays.values()]
  const hours = await known.hours(app, [...new Set(days.map(({ siteId }) => siteId))])
  return new Map(
    days.map((day) => {
      const own = hours.get(day.siteId)
      return [day.id, own ? slotsOfMeal(own, day, place) : []] as const
    }),
  )
}

/** The same for a page. */
export async function offeredSlots(...asked: Parameters<typeof slotsAtPlace>): Promise<ReadonlyMap<string, Span[]>> {
  return new Map([...(await slotsAtPlace(...asked))].map(([menuDayId, offered]) => [menuDayId, offered.map(spanOf)]))
}

/** A slot by the meal it belongs to and when it begins. */
export interface ChosenSlot {
  readonly menuDayId: string
  readonly from: string
}

/** Checks the slots an order comes with against those on offer. @throws Refusal `slot_gone`. */
export async function readSlots(
  app: App,
  known: Known,
  place: FullPlace,
  menuDays: ReadonlyMap<string, MenuDay>,
  asked: readonly ChosenSlot[],
) {
  if (asked.length === 0) return new Map()
  const offered = await slotsAtPlace(app, known, place, menuDays)
  return new Map(
    asked.map(({ menuDayId, from }) => [menuDayId, chosenSlot(offered.get(menuDayId) ?? [], new Date(from))] as const),
  )
}

type GroupOfMeal = { readonly id: string; readonly operatorId: string; readonly menuDayId: string }

/** Keeps them with the order that was just placed; answers them by group. */
export async function keepSlots(
  app: App,
  chosen: Awaited<ReturnType<typeof readSlots>>,
  groups: readonly GroupOfMeal[],
): Promise<ReadonlyMap<string, Span>> {
  const kept = groups.flatMap(({ id: groupId, operatorId, menuDayId }) => {
    const slot = chosen.get(menuDayId)
    return slot ? [{ groupId, operatorId, ...slot }] : []
  })
  await wishSlots(app, kept)
  return new Map(kept.map((slot) => [slot.groupId, spanOf(slot)]))
}

/** The slots of some groups for a page. */
export async function slotsOfGroups(app: App, groupIds: readonly string[]): Promise<ReadonlyMap<string, Span>> {
  return new Map([...(await wishedSlots(app, groupIds))].map(([groupId, slot]) => [groupId, spanOf(slot)]))
}
