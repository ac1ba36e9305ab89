import type { Meal } from '../../api/operator'

/** One step of a meal on its way: how much of it is done. */
export interface Step {
  readonly key: 'batches' | 'ready' | 'runs' | 'delivered'
  readonly done: number
  readonly all: number
}

/** How far a meal is, from the pot to the door. What is further on has also passed the steps before. */
export function stepsOf({ orders, ready, onTheWay, delivered, failed, batches, runs }: Meal): Step[] {
  const away = onTheWay + delivered + failed
  return [
    { key: 'batches', done: batches.cooked, all: batches.planned + batches.cooking + batches.cooked },
    { key: 'ready', done: ready + away, all: orders },
    {
      key: 'runs',
      done: runs.on_the_way + runs.done,
      all: runs.planned + runs.claimed + runs.loaded + runs.on_the_way + runs.done,
    },
    { key: 'delivered', done: delivered, all: orders },
  ]
}

export interface MealRow extends Meal {
  readonly siteId: string
  readonly site: { readonly zh: string; readonly en: string }
  readonly zone: string
}

interface SiteMeals extends Pick<MealRow, 'siteId' | 'zone'> {
  readonly name: MealRow['site']
  readonly meals: readonly Meal[]
}

/** Every meal of every kitchen as a row, in the order in which they are served. */
export const mealRows = (sites: readonly SiteMeals[]): MealRow[] =>
  sites.flatMap(({ siteId, name, zone, meals }) => meals.map((meal) => ({ ...meal, siteId, site: name, zone })))
