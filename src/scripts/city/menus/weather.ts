import { addDays, type ServiceDate } from '../../../kernel/time'
import { rngOf } from '../rng'

export interface Weather {
  /** People stay in: more is delivered, canteens are emptier. */
  readonly rain: boolean
  /** Soup and noodles rather than salad. */
  readonly cold: boolean
}

/** A day leans on the two before it, so that wet and cold spells last. */
const MEMORY = [0.6, 0.5, 0.4]
const RAIN_ABOVE = 0.45
const COLD_ABOVE = 0.4

/** The weather of a city on a date; the same whenever it is asked for. */
export const weatherOn = (cityId: string, date: ServiceDate): Weather => ({
  rain: mood(`rain/${cityId}`, date) > RAIN_ABOVE,
  cold: mood(`cold/${cityId}`, date) > COLD_ABOVE,
})

const mood = (subject: string, date: ServiceDate): number =>
  MEMORY.reduce((sum, weight, back) => sum + weight * rngOf(`${subject}/${addDays(date, -back)}`).normal(), 0)
