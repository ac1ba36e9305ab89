import { LEVELS } from './levels'
import type { Panel } from './panel'
import { weightedQuantile } from './weighted-quantile'

const DAYS = 120
/** A day so many days of demand ago weighs half. */
const HALF_LIFE = 50
/** A day of another weekday weighs this much. */
const OTHER_WEEKDAY = 0.3

/**
 * The quantiles of what a series sold before, recent days and the same weekday weighing more: what sparse items are best
 * forecast with. Writes one value per level; nothing (NaN) for a series never seen.
 */
export function empirical(
  out: Float64Array,
  { start, series, slot, season }: Panel,
  clean: Float64Array,
  cell: number,
  origin: number,
  buffers: { readonly values: Float64Array; readonly weights: Float64Array },
): void {
  const now = season[slot[cell] as number]
  let count = 0
  for (let c = cell - 1; c >= (start[series[cell] as number] as number) && count < DAYS; c--) {
    const value = clean[c] as number
    if ((slot[c] as number) >= origin || Number.isNaN(value)) continue
    buffers.values[count] = value
    buffers.weights[count] = 0.5 ** (count / HALF_LIFE) * (season[slot[c] as number] === now ? 1 : OTHER_WEEKDAY)
    count++
  }
  LEVELS.forEach((level, q) => {
    out[q] = count > 0 ? weightedQuantile(buffers.values, buffers.weights, count, level) : Number.NaN
  })
}
