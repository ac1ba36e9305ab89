import { LEVELS, MEDIAN, valueAt } from '../engine/forecast/levels'
import { bias, coverage, leftAndMissing, wape } from '../engine/forecast/score'
import type { Cell } from './read-cells'

/** One forecaster against what was really wanted; shares of the demand, null where nothing could be compared. */
export interface Score {
  readonly cells: number
  readonly demand: number
  readonly wape: number | null
  readonly bias: number | null
  readonly waste: number | null
  readonly shortage: number | null
}

export interface Accuracy {
  readonly model: Score & { readonly coverage90: number | null }
  readonly planned: Score
}

type Scored = Cell & { readonly portions: number }

/** The model beside the planner on cells that are over; waste and shortage as if the quantity at the service level had been cooked. */
export function accuracyOf(cells: readonly Cell[], serviceLevel: number): Accuracy {
  const over = cells.filter((cell): cell is Scored => cell.portions !== null)
  const foreseen = over.filter(({ quantiles }) => quantiles !== null)
  const at = (share: number) =>
    Float64Array.from(foreseen, ({ quantiles }) => Math.ceil(valueAt(quantiles ?? [], share)))
  const medians = Float64Array.from(foreseen, ({ quantiles }) => quantiles?.[MEDIAN] ?? Number.NaN)
  const actual = actuals(foreseen)
  const wasPlanned = over.filter(({ planned }) => planned !== null)
  const planned = Float64Array.from(wasPlanned, (cell) => cell.planned ?? Number.NaN)
  const upper = Float64Array.from(foreseen, ({ quantiles }) => quantiles?.[LEVELS.indexOf(0.9)] ?? Number.NaN)
  return {
    model: { ...scoreOf(actual, medians, at(serviceLevel)), coverage90: finite(coverage(actual, upper)) },
    planned: scoreOf(actuals(wasPlanned), planned, planned),
  }
}

/** The people who decided against the model they decided against, on cells that are over. */
export function overrideScore(cells: readonly Cell[]): {
  cells: number
  wape: number | null
  modelWape: number | null
} {
  const decided = cells.filter(
    (cell): cell is Scored => cell.portions !== null && cell.override !== null && cell.quantiles !== null,
  )
  const actual = actuals(decided)
  const theirs = Float64Array.from(decided, ({ override }) => override?.portions ?? Number.NaN)
  const model = Float64Array.from(decided, ({ quantiles }) => quantiles?.[MEDIAN] ?? Number.NaN)
  return { cells: decided.length, wape: finite(wape(actual, theirs)), modelWape: finite(wape(actual, model)) }
}

const actuals = (cells: readonly Scored[]): Float64Array => Float64Array.from(cells, ({ portions }) => portions)

function scoreOf(actual: Float64Array, forecast: Float64Array, made: Float64Array): Score {
  const demand = actual.reduce((sum, own) => sum + own, 0)
  const { left, missing } = leftAndMissing(actual, made)
  return {
    cells: actual.length,
    demand,
    wape: finite(wape(actual, forecast)),
    bias: finite(bias(actual, forecast)),
    waste: finite(left / demand),
    shortage: finite(missing / demand),
  }
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
