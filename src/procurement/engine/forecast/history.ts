import type { Panel } from './panel'

/** A day on which all series together were this far from usual (in logarithms) is an event, not their level. */
const EVENT = 0.13
/** Fewer series say nothing about a day. */
const ENOUGH_SERIES = 8
const SAME = 4
const LATELY = 20
const SEASONS = 7

/** What past days say, each from days before it and itself only. */
export interface History {
  /** Demand with the events of days taken out, by cell; NaN where unknown. */
  readonly clean: Float64Array
  /** Demand of a day ÷ what was usual for it, over all its series; NaN where too few were usual. */
  readonly dayEffect: Float64Array
  /** Demand of a cell ÷ what was usual for it. */
  readonly cellEffect: Float64Array
}

/** Goes through the days once, comparing each with the same weekdays before it. */
export function historyOf(panel: Panel): History {
  const { bySlot, season, series, value } = panel
  const clean = new Float64Array(value.length).fill(Number.NaN)
  const dayEffect = new Float64Array(panel.days.length).fill(Number.NaN)
  const cellEffect = new Float64Array(value.length).fill(Number.NaN)
  const usual = new Usual(panel.start.length - 1)
  const expected = new Float64Array(value.length)
  for (let t = 0; t < panel.days.length; t++) {
    const [from, to] = [bySlot.start[t] as number, bySlot.start[t + 1] as number]
    const now = season[t] as number
    let [sum, sumUsual, count] = [0, 0, 0]
    for (let k = from; k < to; k++) {
      const cell = bySlot.items[k] as number
      const own = value[cell] as number
      const before = usual.of(series[cell] as number, now)
      expected[cell] = before
      if (Number.isNaN(own) || !(before > 0)) continue
      cellEffect[cell] = own / before
      sum += own
      sumUsual += before
      count++
    }
    if (count >= ENOUGH_SERIES && sumUsual > 0) dayEffect[t] = sum / sumUsual
    const effect = dayEffect[t] as number
    const isEvent = Math.abs(Math.log(Math.max(effect, 0.01))) > EVENT
    for (let k = from; k < to; k++) {
      const cell = bySlot.items[k] as number
      const own = value[cell] as number
      if (Number.isNaN(own)) continue
      // a day that hardly took place says nothing about the level
      const seen = !isEvent ? own : effect > 0.3 ? own / effect : (expected[cell] as number)
      clean[cell] = seen
      usual.add(series[cell] as number, now, seen)
    }
  }
  return { clean, dayEffect, cellEffect }
}

/** Running means: the last days of each season of each series, and of all seasons where one was seen too little. */
class Usual {
  readonly same: Float64Array
  readonly sameCount: Int32Array
  readonly lately: Float64Array
  readonly latelyCount: Int32Array

  constructor(series: number) {
    this.same = new Float64Array(series * SEASONS * SAME)
    this.sameCount = new Int32Array(series * SEASONS)
    this.lately = new Float64Array(series * LATELY)
    this.latelyCount = new Int32Array(series)
  }

  of(series: number, season: number): number {
    const key = series * SEASONS + season
    if ((this.sameCount[key] as number) >= 2)
      return meanOf(this.same, key * SAME, Math.min(SAME, this.sameCount[key] as number))
    return meanOf(this.lately, series * LATELY, Math.min(LATELY, this.latelyCount[series] as number))
  }

  add(series: number, season: number, value: number): void {
    const key = series * SEASONS + season
    this.same[key * SAME + ((this.sameCount[key] as number) % SAME)] = value
    this.sameCount[key] = (this.sameCount[key] as number) + 1
    this.lately[series * LATELY + ((this.latelyCount[series] as number) % LATELY)] = value
    this.latelyCount[series] = (this.latelyCount[series] as number) + 1
  }
}

function meanOf(values: Float64Array, from: number, count: number): number {
  let sum = 0
  for (let i = from; i < from + count; i++) sum += values[i] as number
  return count > 0 ? sum / count : Number.NaN
}
