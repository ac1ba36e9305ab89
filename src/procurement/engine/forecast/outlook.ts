import { buildPanel, type Observation } from './build-panel'
import { dayFactsOf } from './day-facts'
import { LEVELS } from './levels'
import { CANDIDATES, nameOf } from './methods'
import { walk, type Walked } from './walk'

/** Cells are looked back at in weeks. */
const WEEK = 7
const HORIZON = 14

/** What a site has sold and what will be on its menus, by day number. */
export interface OutlookJob {
  readonly past: readonly Observation[]
  /** On the menu, their demand not known; days after all of `past`. */
  readonly ahead: readonly Omit<Observation, 'value'>[]
  readonly flags: readonly { readonly name: string; readonly days: readonly number[] }[]
  /** Days of sale before now to be forecast as if unseen, week by week, so that there is something to score; 0 for none. */
  readonly lookBack: number
  readonly seed: number
}

/** One cell as it was foreseen from the evening of `originDay`. */
export interface Foreseen {
  readonly series: string
  readonly day: number
  readonly originDay: number
  readonly method: string
  /** In the order of `LEVELS`, rising, with one decimal. */
  readonly quantiles: readonly number[]
}

/** Forecasts every cell ahead, and if asked those just behind; nothing where nothing was ever sold. */
export function foresee(job: OutlookJob, report?: (share: number) => void): Foreseen[] {
  const { past, ahead, flags, lookBack, seed } = job
  const observations = [...past, ...ahead.map((cell) => ({ ...cell, value: Number.NaN }))]
  const { panel, names } = buildPanel({
    observations,
    areDates: true,
    dayFacts: (days) =>
      dayFactsOf(
        days,
        flags.map(({ name, days: flagged }) => ({ name, byDay: flagMap(days, flagged) })),
      ),
  })
  const lastDay = past.reduce((last, { day }) => Math.max(last, day), Number.NEGATIVE_INFINITY)
  const now = panel.days.findIndex((day) => day > lastDay)
  if (now <= 0) return []
  const read = (walked: Walked): Foreseen[] =>
    [...walked.cell].map((cell, row) => ({
      series: names[panel.series[cell] as number] as string,
      day: panel.days[panel.slot[cell] as number] as number,
      originDay: panel.days[(walked.origin[row] as number) - 1] as number,
      method: nameOf(CANDIDATES[walked.choice[row] as number] ?? CANDIDATES[0]),
      quantiles: [...walked.chosen.subarray(row * LEVELS.length, (row + 1) * LEVELS.length)].map(
        (quantile) => Math.round(quantile * 10) / 10,
      ),
    }))
  const behind = Math.min(lookBack, Math.floor(now / 2))
  const scored =
    behind > 0 ? read(walk(panel, { from: now - behind, until: now, horizon: WEEK, step: WEEK, seed })) : []
  const until = panel.days.length
  return [
    ...scored,
    ...read(
      walk(panel, { from: now, until, horizon: HORIZON, step: WEEK, once: true, seed, ...(report ? { report } : {}) }),
    ),
  ]
}

/** 1 on flagged days and 0 on all others between a month before the first day and a month after the last. */
function flagMap(days: Int32Array, flagged: readonly number[]): Map<number, number> {
  const own = new Set(flagged)
  const [first, last] = [(days[0] ?? 0) - 31, (days.at(-1) ?? 0) + 31]
  return new Map(Array.from({ length: last - first + 1 }, (_, i) => [first + i, own.has(first + i) ? 1 : 0]))
}
