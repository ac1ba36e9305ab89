import type { Method, PrepProblem, StartedBatch } from './prep/problem'

/** How one recipe is cooked. */
export interface DishToCook {
  readonly dishId: string
  readonly recipeVersionId: string
  readonly station: string
  readonly minutes: number
  /** The most one cook of the equipment makes. */
  readonly batchPortions: number
}

/** A run that is loaded, or the service itself for who eats here. */
export interface LoadTime {
  readonly id: string
  readonly loadAt: Date
  readonly lastDropAt: Date
}

export interface PortionsWanted {
  readonly recipeVersionId: string
  readonly departureId: string
  readonly portions: number
}

/** A batch somebody has begun. */
export interface BegunBatch {
  readonly id: string
  readonly recipeVersionId: string
  readonly portions: number
  readonly minutes: number
  readonly startedAt: Date
  readonly cookedAt: Date | null
}

export interface Service {
  readonly now: Date
  /** Places by station; a station that is not listed has one. */
  readonly places: ReadonlyMap<string, number>
  readonly dishes: readonly DishToCook[]
  readonly departures: readonly LoadTime[]
  readonly wanted: readonly PortionsWanted[]
  readonly begun: readonly BegunBatch[]
}

/** Hot food is handed over within four hours of the end of cooking (China's group-meal code of 2018, domain rules 2.5; unverified). */
const HOLD_MINUTES = 240

export const minuteOf = (at: Date): number => Math.floor(at.getTime() / 60_000)

/** A service of a kitchen as the planner knows it: minutes since 1970, a recipe version a method of one step. */
export function problemOf({ now, places, dishes, departures, wanted, begun }: Service): PrepProblem {
  const stations = [...new Set(dishes.map(({ station }) => station))].sort()
  const inWork = stations.map((code) => {
    const cooking = begun.filter((batch) => batch.cookedAt === null && stationOf(dishes, batch) === code).length
    // what is on the heat is there, whatever the list of places says
    return { code, places: Math.max(places.get(code) ?? 1, cooking) }
  })
  return {
    from: minuteOf(now),
    stations: inWork,
    cooks: 0,
    methods: dishes.map(methodOf),
    departures: departures.map(({ id, loadAt, lastDropAt }) => {
      return { id, loadAt: minuteOf(loadAt), lastDropAt: minuteOf(lastDropAt) }
    }),
    demand: wanted.map(({ recipeVersionId, ...rest }) => ({ dishId: recipeVersionId, ...rest })),
    started: begun.map((batch): StartedBatch => {
      const { id, recipeVersionId, portions, startedAt, minutes, cookedAt } = batch
      const until = Math.max(minuteOf(now) + 1, minuteOf(startedAt) + minutes)
      return { id, dishId: recipeVersionId, portions, step: cookedAt ? 1 : 0, until }
    }),
  }
}

const stationOf = (dishes: readonly DishToCook[], { recipeVersionId }: BegunBatch) =>
  dishes.find((dish) => dish.recipeVersionId === recipeVersionId)?.station

const methodOf = ({ recipeVersionId, batchPortions, station, minutes }: DishToCook): Method => ({
  dishId: recipeVersionId,
  recipeVersionId,
  batchPortions,
  steps: [{ station, minutes, cooks: 0, when: 'service' }],
  holdMinutes: HOLD_MINUTES,
})
