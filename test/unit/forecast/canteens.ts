import { buildPanel, type Observation } from '../../../src/procurement/engine/forecast/build-panel'
import { dayFactsOf } from '../../../src/procurement/engine/forecast/day-facts'
import { rngOf } from '../../../src/procurement/engine/forecast/rng'

const MONDAY = 4

/** Invented canteens, Monday to Friday: their size, the weekday, what is on the menu and chance. */
export function canteens(sites: number, weeks: number, seed = 1): Observation[] {
  const random = rngOf(seed)
  const dishes = dishesOf(weeks)
  return Array.from({ length: sites }, (_, s) => s).flatMap((s) => {
    const size = 50 + 40 * s
    return Array.from({ length: weeks * 5 }, (_, i) => {
      const day = MONDAY + Math.floor(i / 5) * 7 + (i % 5)
      const liked = dishes.get(day)?.[0] === 'couscous' ? 1.15 : 1
      const weekday = [0.95, 1, 1, 1.05, 0.9][i % 5] as number
      const chance = 1 + 0.08 * (random() + random() + random() - 1.5)
      return { series: `site ${s}`, day, value: Math.round(size * weekday * liked * chance) }
    })
  })
}

/** Couscous every eighth day, else one of four others. */
export const dishesOf = (weeks: number): Map<number, string[]> =>
  new Map(
    Array.from({ length: weeks * 5 }, (_, i) => [
      MONDAY + Math.floor(i / 5) * 7 + (i % 5),
      [i % 8 === 3 ? 'couscous' : (['gratin', 'omelette', 'lasagne', 'curry'][i % 4] as string)],
    ]),
  )

/** As a panel with its menus and no flags. */
export const panelOf = (observations: readonly Observation[], weeks: number) =>
  buildPanel({ observations, areDates: true, menu: dishesOf(weeks), dayFacts: (days) => dayFactsOf(days, []) }).panel
