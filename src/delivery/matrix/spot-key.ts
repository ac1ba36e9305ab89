import type { Spot } from '../../kernel/distance'

/** 1.1 m: nearer than that, it is the same door. */
const STEPS_A_DEGREE = 100_000
const STEPS_ROUND_THE_EARTH = 360 * STEPS_A_DEGREE + 1

/** A spot rounded to five digits as one whole number below 2^53, and the same for every spot that rounds there. */
export const spotKey = ({ lat, lon }: Spot): number =>
  Math.round((lat + 90) * STEPS_A_DEGREE) * STEPS_ROUND_THE_EARTH + Math.round((lon + 180) * STEPS_A_DEGREE)
