import type { Text } from '../../kernel/text'
import type { Method, PrepProblem, Span, StartedBatch, Station, Step } from './prep/problem'

/** One step of a dish's method. */
export interface StepToCook {
  readonly text: Text
  readonly station: string
  readonly minutes: number
  /** Whether a cook stands by; an oven works alone. */
  readonly attended: boolean
  readonly when: 'service' | 'day_before'
}

/** How one recipe is cooked. */
export interface DishToCook {
  readonly dishId: string
  readonly recipeVersionId: string
  readonly station: string
  readonly minutes: number
  /** The most one cook of the equipment makes. */
  readonly batchPortions: number
  /** Empty where nobody has taken the recipe apart: then it is one step of its minutes at its station. */
  readonly steps: readonly StepToCook[]
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
  readonly startBy: Date
  readonly startedAt: Date
  readonly cookedAt: Date | null
  /** As they were planned, in ISO. */
  readonly steps: readonly { readonly endAt: string }[]
}

/** Places of a station that are broken. */
export interface Outage {
  readonly station: string
  readonly places: number
  readonly fromAt: Date
  readonly untilAt: Date
}

export interface Service {
  readonly now: Date
  /** Places by station; a station that is not listed has one. */
  readonly places: ReadonlyMap<string, number>
  readonly outages: readonly Outage[]
  /** Undefined: as many as the work asks for. */
  readonly cooks: number | undefined
  readonly dishes: readonly DishToCook[]
  readonly departures: readonly LoadTime[]
  readonly wanted: readonly PortionsWanted[]
  readonly begun: readonly BegunBatch[]
}

/** Hot food is handed over within four hours of the end of cooking (China's group-meal code of 2018, domain rules 2.5; unverified). */
const HOLD_MINUTES = 240

export const minuteOf = (at: Date): number => Math.floor(at.getTime() / 60_000)

/** What is done during the service, one after another. */
export function serviceSteps({ steps, station, minutes }: Pick<DishToCook, 'steps' | 'station' | 'minutes'>) {
  if (steps.length === 0) return [{ text: null, station, minutes: Math.max(1, minutes), attended: true }]
  return steps.filter(({ when }) => when === 'service')
}

/** A service of a kitchen as the planner knows it: minutes since 1970, dishes by recipe version. */
export function problemOf(service: Service): PrepProblem {
  const { now, dishes, departures, wanted, begun } = service
  const started = begun.map((batch) => startedOf(batch, minuteOf(now)))
  const stations = stationsOf(service, started)
  const allPlaces = stations.reduce((sum, { places }) => sum + places, 0)
  return {
    from: minuteOf(now),
    stations,
    cooks: service.cooks ?? allPlaces,
    methods: dishes.map(methodOf),
    departures: departures.map(({ id, loadAt, lastDropAt }) => {
      return { id, loadAt: minuteOf(loadAt), lastDropAt: minuteOf(lastDropAt) }
    }),
    demand: wanted.map(({ recipeVersionId, ...rest }) => ({ dishId: recipeVersionId, ...rest })),
    started,
  }
}

function stationsOf({ places, outages, dishes }: Service, started: readonly StartedBatch[]): Station[] {
  const stepsOf = new Map(dishes.map((dish) => [dish.recipeVersionId, serviceSteps(dish)]))
  const codes = [...new Set([...stepsOf.values()].flat().map(({ station }) => station))].sort()
  return codes.map((code) => {
    const inWork = started.filter(({ dishId, step }) => stepsOf.get(dishId)?.[step]?.station === code).length
    const down = outages
      .filter(({ station }) => station === code)
      .flatMap((one): Span[] => {
        const span = { from: minuteOf(one.fromAt), until: minuteOf(one.untilAt) }
        return Array.from({ length: one.places }, () => span)
      })
    // what is on the heat is there, whatever the list of places says
    return { code, places: Math.max(places.get(code) ?? 1, inWork), down }
  })
}

/**
 * Which step a batch is in, by the clock: its steps as planned, moved to when it was started. One that takes longer is in its
 * last step still; a clock that was put back does not keep a place longer than the work takes.
 */
function startedOf(batch: BegunBatch, now: number): StartedBatch {
  const { id, recipeVersionId: dishId, portions, minutes, startBy, startedAt, cookedAt, steps } = batch
  const moved = minuteOf(startedAt) - minuteOf(startBy)
  const planned = steps.map(({ endAt }) => minuteOf(new Date(endAt)) + moved)
  const ends = planned.length > 0 ? planned : [minuteOf(startedAt) + minutes]
  if (cookedAt) return { id, dishId, portions, step: Infinity, until: now + 1 }
  const inWork = ends.findIndex((end) => end > now)
  const step = inWork < 0 ? ends.length - 1 : inWork
  const until = Math.max(now + 1, Math.min(ends[step] ?? now, now + minutes))
  return { id, dishId, portions, step, until }
}

function methodOf(dish: DishToCook): Method {
  const { recipeVersionId, batchPortions, steps } = dish
  const service = serviceSteps(dish).map(({ station, minutes, attended }): Step => {
    return { station, minutes, cooks: attended ? 1 : 0, when: 'service' }
  })
  const before = steps
    .filter(({ when }) => when === 'day_before')
    .map(({ station, minutes }): Step => ({ station, minutes, cooks: 1, when: 'day_before' }))
  // packing is part of the four hours: they run from the end of cooking
  const packing = service.slice(service.findLastIndex(({ station }) => station !== PACKING) + 1)
  const packed = packing.length === service.length ? 0 : packing.reduce((sum, { minutes }) => sum + minutes, 0)
  return {
    dishId: recipeVersionId,
    recipeVersionId,
    batchPortions,
    steps: [...before, ...service],
    holdMinutes: HOLD_MINUTES - packed,
  }
}

/** The station whose work is no cooking. */
const PACKING = 'pack'
