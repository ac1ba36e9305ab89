import type { History } from './history'
import type { Panel } from './panel'
import type { SeriesState } from './series-state'
import type { WordEffects } from './word-effects'

const LAGS = 4
const YEAR = 364
const NONE = Number.NaN

/** Everything a feature may look at; days at or after `origin` only through what is known ahead. */
export interface Outlook {
  readonly panel: Panel
  readonly history: History
  /** What the words of a day's menu do, and those of a cell's own dish. */
  readonly menus: WordEffects
  readonly dishes: WordEffects
  /** The first slot whose demand is not known. */
  readonly origin: number
}

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
const LAGGED = [
  'lag1',
  'lag2',
  'lag3',
  'lag4',
  'same4',
  'same8',
  'lastYearDay',
  'lastYearWeek',
  'lastYearEffect',
  'priorRatio',
  'dish',
  'dishLeast',
  'dishMost',
]
const DAY = [
  'season',
  'dayOfYear',
  'gapBefore',
  'gapAfter',
  'seriesThatDay',
  'effect5',
  'effectSame',
  'words',
  'wordLeast',
  'wordMost',
  'wordCount',
]

export const featureNames = ({ dayFacts, cellFacts }: Panel): string[] => [
  ...OWN,
  ...LAGGED,
  ...DAY,
  ...dayFacts.names,
  ...cellFacts.names.flatMap((name) => [name, `${name}Ratio`]),
]

/** Writes the features of one cell, a month ahead at most or far, from what is known before the origin. */
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

function writeLagged(
  out: Float32Array,
  at: number,
  { panel, history, dishes, origin }: Outlook,
  cell: number,
  { level }: SeriesState,
  prior: number,
): number {
  const { slot, season, start, series, days } = panel
  const own = series[cell] as number
  const target = slot[cell] as number
  const now = season[target] as number
  const first = start[own] as number
  let to = at
  let [found, sum4, sum8] = [0, 0, 0]
  for (let i = 0; i < LAGS; i++) out[to + i] = NONE
  for (let c = cell - 1, looked = 0; c >= first && found < 8 && looked < 90; c--) {
    if ((slot[c] as number) >= origin) continue
    looked++
    const value = history.clean[c] as number
    if (season[slot[c] as number] !== now || Number.isNaN(value)) continue
    if (found < LAGS) {
      out[to + found] = value / level
      sum4 += value
    }
    sum8 += value
    found++
  }
  to += LAGS
  out[to++] = found > 0 ? sum4 / Math.min(found, LAGS) / level : NONE
  out[to++] = found > 0 ? sum8 / found / level : NONE
  const year = lastYear(panel, history, cell, (days[target] as number) - YEAR, origin)
  out[to++] = year.day
  out[to++] = year.week
  const before = slotAt(days, (days[target] as number) - YEAR)
  out[to++] =
    before < origin && days[before] === (days[target] as number) - YEAR ? (history.dayEffect[before] as number) : NONE
  out[to++] = prior / level
  const { sum, least, most } = dishes.of(cell)
  out[to++] = sum
  out[to++] = least
  out[to++] = most
  return to
}

/** A year ago: the same day and the days around it, against the weeks before them. */
function lastYear(
  { slot, start, series, days, value }: Panel,
  { clean }: History,
  cell: number,
  day: number,
  origin: number,
) {
  const from = start[series[cell] as number] as number
  let [low, high] = [from, cell]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[slot[middle] as number] as number) < day - 3) low = middle + 1
    else high = middle
  }
  let [own, sum, count] = [NONE, 0, 0]
  for (let c = low; c < cell && (days[slot[c] as number] as number) <= day + 3; c++) {
    if ((slot[c] as number) >= origin || Number.isNaN(value[c] as number)) continue
    if (days[slot[c] as number] === day) own = value[c] as number
    sum += clean[c] as number
    count++
  }
  let [before, seen] = [0, 0]
  for (let c = low - 1; c >= from && seen < 20; c--) {
    if (Number.isNaN(clean[c] as number)) continue
    before += clean[c] as number
    seen++
  }
  const base = seen >= 5 && before > 0 ? before / seen : NONE
  return { day: own / base, week: count > 0 ? sum / count / base : NONE }
}

/** The first slot at or after a day. */
function slotAt(days: Int32Array, day: number): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] as number) < day) low = middle + 1
    else high = middle
  }
  return low
}

function writeDay(out: Float32Array, at: number, { panel, history, menus, origin }: Outlook, slot: number): number {
  const { days, season, bySlot, dayWords } = panel
  let to = at
  const day = days[slot] as number
  out[to++] = season[slot] as number
  out[to++] = ((day % 365.2425) + 365.2425) % 365.2425
  out[to++] = slot > 0 ? day - (days[slot - 1] as number) : NONE
  out[to++] = slot + 1 < days.length ? (days[slot + 1] as number) - day : NONE
  out[to++] = (bySlot.start[slot + 1] as number) - (bySlot.start[slot] as number)
  out[to++] = meanEffect(history.dayEffect, origin, 5, () => true)
  out[to++] = meanEffect(history.dayEffect, origin, 4, (t) => season[t] === season[slot])
  const { sum, least, most } = menus.of(slot)
  out[to++] = sum
  out[to++] = least
  out[to++] = most
  out[to++] = (dayWords.start[slot + 1] as number) - (dayWords.start[slot] as number)
  return to
}

/** The mean effect of the last days of a kind before the origin. */
function meanEffect(effects: Float64Array, origin: number, wanted: number, isOne: (slot: number) => boolean): number {
  let [sum, count] = [0, 0]
  for (let t = origin - 1; t >= 0 && t > origin - 40 && count < wanted; t--) {
    const effect = effects[t] as number
    if (!isOne(t) || Number.isNaN(effect)) continue
    sum += Math.min(1.3, Math.max(0.7, effect))
    count++
  }
  return count > 0 ? sum / count : NONE
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
