import { DAY, writeDay } from './day-features'
import { LAGGED, writeLagged } from './lag-features'
import type { Outlook } from './look'
import type { Panel } from './panel'
import type { SeriesState } from './series-state'

const NONE = Number.NaN

const OWN = [
  'lead',
  'leadDays',
  'mean5',
  'mean10',
  'mean60',
  'median',
  'last',
  'smoothed',
  'drift',
  'spread',
  'least',
  'most',
  'zeros',
  'logLevel',
  'count',
  'silent',
  'age',
  'factor',
  'alpha',
]

/** What `writeFeatures` writes, in its order. */
export const featureNames = ({ dayFacts, cellFacts }: Panel): string[] => [
  ...OWN,
  ...LAGGED,
  ...DAY,
  ...dayFacts.names,
  ...cellFacts.names.flatMap((name) => [name, `${name}Ratio`]),
]

/** Writes the features of one cell from what is known before the origin. */
export function writeFeatures(
  out: Float32Array,
  at: number,
  look: Outlook,
  cell: number,
  state: SeriesState,
  prior: number,
): void {
  const next = writeOwn(out, at, look, cell, state)
  const then = writeLagged(out, next, look, cell, state, prior)
  const last = writeDay(out, then, look, look.panel.slot[cell] as number)
  writeFacts(out, last, look, cell)
}

function writeOwn(out: Float32Array, at: number, { panel, origin }: Outlook, cell: number, state: SeriesState): number {
  const { level } = state
  const slot = panel.slot[cell] as number
  const day = panel.days[slot] as number
  let to = at
  out[to++] = slot - origin + 1
  out[to++] = state.lastSlot >= 0 ? day - (panel.days[state.lastSlot] as number) : NONE
  out[to++] = state.mean5 / level
  out[to++] = state.mean10 / level
  out[to++] = state.mean60 / level
  out[to++] = state.median / level
  out[to++] = state.last / level
  const factor = state.factors[panel.season[slot] as number] as number
  out[to++] = (state.smoothed * factor) / level
  out[to++] = (state.drift * 20) / level
  out[to++] = state.spread / level
  out[to++] = state.least / level
  out[to++] = state.most / level
  out[to++] = state.zeros
  out[to++] = Math.log(level)
  out[to++] = state.count
  out[to++] = state.lastSlot >= 0 ? origin - state.lastSlot : NONE
  out[to++] = day - (panel.days[state.first] as number)
  out[to++] = factor
  out[to++] = state.alpha
  return to
}

/** What is known ahead of the day and of the cell; the latter also against the series' own last days. */
function writeFacts(out: Float32Array, at: number, { panel, origin }: Outlook, cell: number): void {
  const { dayFacts, cellFacts, slot, start, series } = panel
  let to = at
  const days = dayFacts.names.length
  for (let f = 0; f < days; f++) out[to++] = dayFacts.values[(slot[cell] as number) * days + f] as number
  const width = cellFacts.names.length
  for (let f = 0; f < width; f++) {
    const own = cellFacts.values[cell * width + f] as number
    let [sum, count] = [0, 0]
    for (let c = cell - 1; c >= (start[series[cell] as number] as number) && count < 20; c--) {
      const before = cellFacts.values[c * width + f] as number
      if ((slot[c] as number) >= origin || Number.isNaN(before)) continue
      sum += before
      count++
    }
    out[to++] = own
    out[to++] = sum !== 0 && count > 0 ? own / (sum / count) : NONE
  }
}
