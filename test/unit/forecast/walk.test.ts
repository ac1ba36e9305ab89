import { describe, expect, it } from 'vitest'
import { LEVELS, MEDIAN } from '../../../src/procurement/engine/forecast/levels'
import type { Panel } from '../../../src/procurement/engine/forecast/panel'
import { rngOf } from '../../../src/procurement/engine/forecast/rng'
import { coverage, wape } from '../../../src/procurement/engine/forecast/score'
import { walk, type Walked } from '../../../src/procurement/engine/forecast/walk'
import { canteens, panelOf } from './canteens'

const WEEKS = 60
const Q = LEVELS.length
const options = { from: 230, until: 300, horizon: 10, step: 10, seed: 1 }
const column = (quantiles: Float32Array, q: number) =>
  Float64Array.from({ length: quantiles.length / Q }, (_, row) => quantiles[row * Q + q] as number)
const actualOf = (panel: Panel, { cell }: Walked) => Float64Array.from(cell, (own) => panel.value[own] as number)

describe('walking through the past', () => {
  const panel = panelOf(canteens(12, WEEKS), WEEKS)
  const walked = walk(panel, options)

  it('beats "as on the same weekday last time" by a third, and covers 86 to 94% at the 90% quantile', () => {
    const actual = actualOf(panel, walked)
    expect(actual).toHaveLength(12 * 70)
    expect(wape(actual, column(walked.chosen, MEDIAN))).toBeLessThan(
      0.67 * wape(actual, column(walked.methods.naive, MEDIAN)),
    )
    const covered = coverage(actual, column(walked.chosen, LEVELS.indexOf(0.9)))
    expect(covered).toBeGreaterThan(0.86)
    expect(covered).toBeLessThan(0.94)
  })

  it('states rising quantiles, none below nothing', () => {
    for (let row = 0; row < walked.cell.length; row++) {
      const own = [...walked.chosen.subarray(row * Q, (row + 1) * Q)]
      expect(own).toEqual([...own].sort((a, b) => a - b))
      expect(own[0]).toBeGreaterThanOrEqual(0)
    }
  })

  it('says the same again for the same seed', () => {
    expect(walk(panel, options).chosen).toEqual(walked.chosen)
  })

  it('looks at nothing after an origin: shuffling the demand of the future leaves its forecasts as they were', () => {
    const origin = 260
    const random = rngOf(9)
    const shuffled = panel.value.slice()
    const future = [...panel.slot.keys()].filter((cell) => (panel.slot[cell] as number) >= origin)
    for (let i = future.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const [a, b] = [future[i] as number, future[j] as number]
      ;[shuffled[a], shuffled[b]] = [shuffled[b] as number, shuffled[a] as number]
    }
    const other = walk({ ...panel, value: shuffled }, options)
    const known = walked.cell.findIndex((cell) => (panel.slot[cell] as number) >= origin + options.horizon) * Q
    expect(other.chosen.subarray(0, known)).toEqual(walked.chosen.subarray(0, known))
    for (const name of ['smoothed', 'empirical', 'boosted'] as const) {
      expect(other.methods[name].subarray(0, known)).toEqual(walked.methods[name].subarray(0, known))
    }
    // and it does notice what is past by then
    expect(other.chosen).not.toEqual(walked.chosen)
  })

  it('forecasts each day from the evening before with the same trees', () => {
    const evening = walk(panel, { ...options, horizon: 1, step: 1, trained: walked.trained })
    expect(new Set(evening.origin).size).toBe(70)
    const median = (each: Walked) => wape(actualOf(panel, each), column(each.chosen, MEDIAN))
    expect(median(evening)).toBeLessThan(median(walked) * 1.05)
  })
})

describe('thin and odd data', () => {
  const numbers = (quantiles: Float32Array) => expect([...quantiles].every((value) => value >= 0)).toBe(true)

  it('needs neither menus, calendar nor a second series', () => {
    const panel = panelOf(canteens(1, 12), 0)
    numbers(walk(panel, { ...options, from: 40, until: 60 }).chosen)
  })

  it('forecasts a series never seen, and one that never sold', () => {
    const fresh = [236, 237, 238].map((slot) => ({
      series: 'new site',
      day: 4 + Math.floor(slot / 5) * 7 + (slot % 5),
      value: 80,
    }))
    const idle = canteens(1, WEEKS).map((seen) => ({ ...seen, series: 'idle', value: 0 }))
    const panel = panelOf([...canteens(6, WEEKS), ...fresh, ...idle], WEEKS)
    const walked = walk(panel, { ...options, until: 250 })
    numbers(walked.chosen)
    const mediansOf = (series: number) =>
      [...walked.cell.keys()]
        .filter((row) => panel.series[walked.cell[row] as number] === series)
        .map((row) => walked.chosen[row * Q + MEDIAN])
    // names in order: idle, new site, site 0 …
    expect(Math.max(...mediansOf(0).map(Number))).toBeLessThan(0.5)
    expect(mediansOf(1)).toHaveLength(3)
    expect(Math.min(...mediansOf(1).map(Number))).toBeGreaterThan(0)
  })

  it('takes gaps and unknown demand for what they are', () => {
    const holed = canteens(6, WEEKS).flatMap((seen, i) =>
      i % 7 === 0 ? [] : [i % 11 === 0 ? { ...seen, value: Number.NaN } : seen],
    )
    numbers(walk(panelOf(holed, WEEKS), options).chosen)
  })

  it('covers what sells now and then', () => {
    const random = rngOf(3)
    const rare = canteens(20, 30).map((seen) => ({ ...seen, value: random() < 0.3 ? 1 + Math.floor(random() * 3) : 0 }))
    const panel = panelOf(rare, 30)
    const walked = walk(panel, { ...options, from: 120, until: 150 })
    const covered = coverage(actualOf(panel, walked), column(walked.chosen, LEVELS.indexOf(0.9)))
    expect(covered).toBeGreaterThan(0.86)
  })

  it('forecasts from three days of history', () => {
    const panel = panelOf(canteens(2, 1), 1)
    numbers(walk(panel, { ...options, from: 3, until: 5 }).chosen)
  })
})
