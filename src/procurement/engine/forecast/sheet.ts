import type { Matrix } from './bins'
import { featureNames, writeFeatures } from './features'
import { historyOf } from './history'
import type { Panel } from './panel'
import { PriorLevels } from './prior-levels'
import { StateReader } from './series-state'
import { WordEffects } from './word-effects'

/** How far from usual (in logarithms) a whole day, and a single dish, may be because of what is on the menu. */
const MENU_MOST = 0.25
const DISH_MOST = 2.5

/** Cells of some slots, seen from the slot before which demand is known. */
export interface Fold {
  readonly origin: number
  /** Slots `origin` to before `until`. */
  readonly until: number
}

/** Cells seen from their folds' origins, fold after fold. */
export interface Sheet {
  readonly cell: Int32Array
  readonly origin: Int32Array
  /** Ratios are to this. */
  readonly level: Float64Array
  /** Standard deviation of the series' last days, never quite nothing. */
  readonly spread: Float64Array
  /** The last value of the same weekday; weekday-adjusted exponential smoothing; the same with half the trend. NaN for an unknown series. */
  readonly naive: Float64Array
  readonly smoothed: Float64Array
  readonly theta: Float64Array
  readonly features: Matrix
  /** The rows of fold `i` are `start[i]` to before `start[i + 1]`. */
  readonly start: Int32Array
}

/** Looks at every cell of the folds, whose origins must rise; `report` hears the share that is done. */
export function readSheet(panel: Panel, folds: readonly Fold[], report?: (share: number) => void): Sheet {
  const { bySlot, series, slot, season } = panel
  const history = historyOf(panel)
  const menus = new WordEffects(panel.dayWords, panel.words, history.dayEffect, MENU_MOST)
  const dishes = new WordEffects(panel.dishWords, panel.words, history.cellEffect, DISH_MOST)
  const priors = new PriorLevels(panel, history.clean)
  const reader = new StateReader(panel, history)
  const width = featureNames(panel).length
  const start = new Int32Array(folds.length + 1)
  folds.forEach(({ origin, until }, i) => {
    start[i + 1] = (start[i] as number) + (bySlot.start[until] as number) - (bySlot.start[origin] as number)
  })
  const rows = start[folds.length] as number
  const sheet = {
    cell: new Int32Array(rows),
    origin: new Int32Array(rows),
    level: new Float64Array(rows),
    spread: new Float64Array(rows),
    naive: new Float64Array(rows),
    smoothed: new Float64Array(rows),
    theta: new Float64Array(rows),
    features: { rows, width, values: new Float32Array(rows * width) },
    start,
  }
  const ends = panel.start.slice(0, -1)
  folds.forEach(({ origin, until }, i) => {
    menus.learn(origin, (slot) => slot)
    dishes.learn(bySlot.start[origin] as number, (k) => bySlot.items[k] as number)
    priors.learnBefore(origin)
    const look = { panel, history, menus, dishes, origin }
    for (let s = 0; s < ends.length; s++) {
      while ((ends[s] as number) < (panel.start[s + 1] as number) && (slot[ends[s] as number] as number) < origin)
        ends[s] = (ends[s] as number) + 1
    }
    const cells = bySlot.items.slice(bySlot.start[origin], bySlot.start[until])
    const place = cells.map((_, k) => (start[i] as number) + k)
    const cellAt = (row: number): number => cells[row - (start[i] as number)] as number
    // series after series, so that each is read once
    place.sort((a, b) => (series[cellAt(a)] as number) - (series[cellAt(b)] as number))
    let own = -1
    let state = reader.read(0, ends[0] as number, 1)
    for (const row of place) {
      const cell = cellAt(row)
      const prior = priors.of(cell)
      if (series[cell] !== own) {
        own = series[cell] as number
        state = reader.read(own, ends[own] as number, prior)
      }
      const target = slot[cell] as number
      const factor = state.factors[season[target] as number] as number
      sheet.cell[row] = cell
      sheet.origin[row] = origin
      sheet.level[row] = state.level
      sheet.spread[row] = Math.max(state.spread || 0, 0.05 * state.level)
      sheet.naive[row] = lastOfSeason(panel, cell, origin)
      sheet.smoothed[row] = state.smoothed * factor
      sheet.theta[row] = Math.max(0, (state.smoothed + state.drift * Math.min(20, target - origin + 1)) * factor)
      writeFeatures(sheet.features.values, row * width, look, cell, state, prior)
    }
    report?.((i + 1) / folds.length)
  })
  return sheet
}

/** The last known value of the series on the same weekday before the origin; of any day where there is none. */
function lastOfSeason({ start, series, slot, season, value }: Panel, cell: number, origin: number): number {
  const wanted = season[slot[cell] as number]
  let other = Number.NaN
  for (let c = cell - 1; c >= (start[series[cell] as number] as number); c--) {
    const own = value[c] as number
    if ((slot[c] as number) >= origin || Number.isNaN(own)) continue
    if (season[slot[c] as number] === wanted) return own
    if (Number.isNaN(other)) other = own
  }
  return other
}
