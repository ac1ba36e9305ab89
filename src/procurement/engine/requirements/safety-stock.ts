import { criticalRatio } from '../policies/newsvendor'
import { standardQuantile } from '../policies/normal'

/** What it costs to have a unit too many or too few at the end of the time a delivery must last. */
export interface Risk {
  /** Price of a unit. */
  readonly price: number
  /** Cost of carrying it a day. */
  readonly holding: number
  /** Cost of throwing it away, beside its price. */
  readonly waste: number
  /** What a unit that lacks costs, in prices of it: the dish that cannot be served and the guest who is not. */
  readonly shortageFactor: number
  /** Days that goods keep. */
  readonly shelfLife: number
}

/** Never less and never more than this: no buyer runs out every fourth day, and nobody can pay for certainty. */
const [LEAST, MOST] = [0.8, 0.99]

/**
 * The share of days on which nothing should run out, for stock that must last some days: the newsvendor's critical
 * ratio (Arrow, Harris and Marschak 1951). Too many costs the goods when they do not keep, else their carrying; too few
 * what the missing dish costs.
 */
export function serviceLevel({ price, holding, waste, shortageFactor, shelfLife }: Risk, days: number): number {
  const tooMany = shelfLife <= days ? price + waste : holding * days
  const ratio = criticalRatio({ holding: tooMany, shortage: price * shortageFactor })
  return Math.min(MOST, Math.max(LEAST, ratio))
}

/** Quantiles at every ten-thousandth, found once. */
const known = new Float64Array(10_001)

/** Stock kept against demand that swings with this variance, for a service level in ten-thousandths: zσ. */
export function safetyStock(variance: number, serviceBps: number): number {
  known[serviceBps] ||= standardQuantile(serviceBps / 10_000)
  return (known[serviceBps] ?? 0) * Math.sqrt(variance)
}

/** Where the 90% quantile of a normal distribution stands, in standard deviations. */
const NINETY = 1.2815515655446004

/** One standard deviation of a forecast, read from the distance of its 90% quantile from its median. */
export const deviationOf = (median: number, ninetieth: number): number => Math.max(0, ninetieth - median) / NINETY
