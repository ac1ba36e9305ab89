import type { Fold } from './sheet'

/** Days at the beginning nobody forecasts: the first lags need them. */
const FIRST = 14
/** Folds before the first that counts, on which methods are compared and quantiles corrected. */
const WARM_UP = 8

export interface FoldPlan {
  /** Folds to learn from, then folds to compare methods on, then the folds asked for. */
  readonly folds: readonly Fold[]
  /** The first to compare on, and the first asked for. */
  readonly warmUp: number
  readonly asked: number
}

export interface Asked {
  /** Slots `from` to before `until` are to be forecast. */
  readonly from: number
  readonly until: number
  readonly horizon: number
  readonly step: number
  /** Slots before `from` that are learnt from. */
  readonly back: number
  /** One origin only: everything asked for is seen from `from`. */
  readonly once?: boolean
}

/** Rolling origins: each `step` slots one, each looking `horizon` slots ahead, also back through the past. */
export function planFolds({ from, until, horizon, step, back, once = false }: Asked): FoldPlan {
  const first = Math.min(FIRST, Math.floor(from / 4))
  const past = Math.floor((Math.min(from, back + WARM_UP * step) - first) / step)
  const warm = Math.max(0, Math.min(WARM_UP, Math.floor(past / 3)))
  const folds: Fold[] = []
  for (let k = past; k > 0; k--) {
    const origin = from - k * step
    folds.push({ origin, until: Math.min(origin + horizon, from) })
  }
  const asked = folds.length
  for (let origin = from; origin < until; origin += once ? until : step) {
    folds.push({ origin, until: once ? until : Math.min(origin + horizon, until) })
  }
  return { folds, warmUp: asked - warm, asked }
}
