import type { Vehicle } from './plan'

/** A cargo tricycle: twelve insulated bags of five boxes, 18 km/h in town. */
const TRICYCLE = { boxes: 60, metresPerSecond: 5 }
/** As many as a kitchen can send out for one meal. */
const TRICYCLES = 40

/** What a kitchen drives with as long as it has not named vehicles of its own. */
export const STANDARD_FLEET: readonly Vehicle[] = Array.from({ length: TRICYCLES }, (_, i) => ({
  id: `tricycle-${String(i + 1).padStart(2, '0')}`,
  ...TRICYCLE,
}))

export const largestOf = (fleet: readonly Vehicle[]): number => Math.max(0, ...fleet.map(({ boxes }) => boxes))
