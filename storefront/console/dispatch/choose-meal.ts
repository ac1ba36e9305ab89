import type { Meal, SiteDay } from '../../api/dispatch'

/** The kitchen the address names, else the one that needs somebody most. */
export function siteFor(sites: readonly SiteDay[], asked: string | null): SiteDay | undefined {
  const open = ({ meals }: SiteDay) =>
    meals.reduce(
      (sum, { alerts, unserved, followUps, stops }) => sum + 100 * (alerts + unserved + followUps) + stops,
      0,
    )
  return sites.find(({ id }) => id === asked) ?? [...sites].sort((a, b) => open(b) - open(a))[0]
}

/** The meal the address names by its id or its period, else the one that is due: the first that is not over, or the last of the day. */
export function mealFor({ meals }: SiteDay, asked: string | null, now: string): Meal | undefined {
  const inOrder = [...meals].sort((a, b) => a.servesFrom.localeCompare(b.servesFrom))
  return (
    inOrder.find(({ menuDayId, period }) => menuDayId === asked || period === asked) ??
    inOrder.find(({ servesTo, stops }) => stops > 0 && servesTo >= now) ??
    inOrder.findLast(({ stops }) => stops > 0) ??
    inOrder.find(({ servesTo }) => servesTo >= now) ??
    inOrder.at(-1)
  )
}
