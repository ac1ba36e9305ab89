import type { History } from './history'
import type { Outlook } from './look'
import type { Panel } from './panel'
import type { SeriesState } from './series-state'

const LAGS = 4
const YEAR = 364
const NONE = Number.NaN

export const LAGGED = [
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
/** What a series did on such days before; returns where the next feature stands. */
export function writeLagged(
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
    if ((slot[c] as number) >= origin || Number.isNaN(value[c])) continue
    if (days[slot[c] as number] === day) own = value[c] as number
    sum += clean[c] as number
    count++
  }
  let [before, seen] = [0, 0]
  for (let c = low - 1; c >= from && seen < 20; c--) {
    if (Number.isNaN(clean[c])) continue
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
