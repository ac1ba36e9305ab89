import type { Offer, Week } from '../../api/store'
import type { CartLine } from '../cart'

export type WeekDay = Week['days'][number]

/** Everything that could be chosen on a day, of every kitchen. */
export const offersOf = ({ menus }: WeekDay): Offer[] => menus.flatMap(({ offers }) => offers)

/** Whether a day still takes orders. */
export const isOpen = ({ menus }: WeekDay): boolean => menus.some(({ open }) => open)

/** What is in the basket of a day. */
export function picksOf(day: WeekDay, lines: readonly CartLine[]): CartLine[] {
  const ids = new Set(offersOf(day).map(({ id }) => id))
  return lines.filter(({ offerId }) => ids.has(offerId))
}

/** Fills the open days that have nothing yet with the dish somebody had most recently; days without such a dish stay free. */
export function usualPicks(days: readonly WeekDay[], usual: readonly string[], lines: readonly CartLine[]) {
  return days.flatMap((day) => {
    if (picksOf(day, lines).length > 0) return []
    const free = day.menus.filter(({ open }) => open).flatMap(({ offers }) => offers.filter(({ soldOut }) => !soldOut))
    const [first] = free
      .filter(({ dishId }) => usual.includes(dishId))
      .toSorted((a, b) => usual.indexOf(a.dishId) - usual.indexOf(b.dishId))
    return first ? [{ day, offer: first }] : []
  })
}
