/** What one dish needs on one menu day; a dish whose recipe changed meanwhile comes once for each version. */
export interface DishToCook {
  readonly dishId: string
  readonly recipeVersionId: string
  readonly station: string
  readonly portions: number
  readonly minutes: number
  /** The most one cook of the equipment makes. */
  readonly batchPortions: number
}

/** How many batches cook at once, by station; a station that is not listed has one place. */
export type StationPlaces = ReadonlyMap<string, number>

export interface PlannedBatch {
  readonly dishId: string
  readonly recipeVersionId: string
  readonly station: string
  /** 1, 2, 3 … of this dish on this menu day. */
  readonly sequence: number
  readonly portions: number
  readonly minutes: number
  readonly startBy: Date
}

/**
 * Batches that cook exactly the portions asked for, with the latest start at which each is done when serving starts.
 * Every place of a station is filled backwards from there. The same dishes in any order give the same plan.
 */
export function planBatches(dishes: readonly DishToCook[], places: StationPlaces, servesFrom: Date): PlannedBatch[] {
  const batches = inBatches(dishes)
  const stations = [...new Set(batches.map(({ station }) => station))]
  const planned = stations.flatMap((station) => {
    const here = batches.filter((batch) => batch.station === station)
    return backwards(here, places.get(station) ?? 1, servesFrom)
  })
  return planned.sort((a, b) => a.startBy.getTime() - b.startBy.getTime() || byDish(a, b) || a.sequence - b.sequence)
}

type Batch = Omit<PlannedBatch, 'startBy'>

const byDish = (a: { dishId: string }, b: { dishId: string }) =>
  a.dishId < b.dishId ? -1 : a.dishId > b.dishId ? 1 : 0

const byDishAndVersion = (a: DishToCook, b: DishToCook) =>
  byDish(a, b) || (a.recipeVersionId < b.recipeVersionId ? -1 : 1)

/** Full equipment first, the rest last, so that the smallest pot is the freshest. */
function inBatches(dishes: readonly DishToCook[]): Batch[] {
  const made = new Map<string, number>()
  return [...dishes].sort(byDishAndVersion).flatMap(({ portions, batchPortions, ...dish }) => {
    const before = made.get(dish.dishId) ?? 0
    const count = Math.ceil(portions / batchPortions)
    made.set(dish.dishId, before + count)
    return Array.from({ length: count }, (_, i) => ({
      ...dish,
      sequence: before + i + 1,
      portions: Math.min(batchPortions, portions - i * batchPortions),
    }))
  })
}

/** The last batch of every dish ends nearest to serving; of several the longest goes first, onto the emptiest place. */
function backwards(batches: readonly Batch[], places: number, servesFrom: Date): PlannedBatch[] {
  const free = Array.from({ length: places }, () => servesFrom.getTime())
  const order = [...batches].sort((a, b) => b.minutes - a.minutes || byDish(a, b) || b.sequence - a.sequence)
  return order.map((batch) => {
    const place = free.indexOf(Math.max(...free))
    const start = (free[place] ?? servesFrom.getTime()) - batch.minutes * 60_000
    free[place] = start
    return { ...batch, startBy: new Date(start) }
  })
}
