import { poisson } from './gamma'
import { loss, standardQuantile } from './normal'

export interface Costs {
  /** A unit left over. */
  readonly holding: number
  /** A unit short. */
  readonly shortage: number
}

export interface BaseStock {
  readonly level: number
  /** Expected cost of a period. */
  readonly cost: number
}

/** The share of periods in which nothing should run out: p / (p + h) (Arrow, Harris and Marschak 1951). */
export const criticalRatio = ({ holding, shortage }: Costs): number => shortage / (shortage + holding)

/** The newsvendor under normal demand: S = μ + zσ, cost (h + p) φ(z) σ (Snyder and Shen, 2nd ed., 4.3.2.3). */
export function normalNewsvendor(costs: Costs, mean: number, deviation: number): BaseStock {
  const level = mean + standardQuantile(criticalRatio(costs)) * deviation
  return { level, cost: normalCost(costs, level, mean, deviation) }
}

/** Expected cost of a level under normal demand: h·E[(S − D)⁺] + p·E[(D − S)⁺], by the standard loss function. */
export function normalCost({ holding, shortage }: Costs, level: number, mean: number, deviation: number): number {
  if (deviation === 0) return level > mean ? holding * (level - mean) : shortage * (mean - level)
  const z = (level - mean) / deviation
  return deviation * (holding * (z + loss(z)) + shortage * loss(z))
}

/** The least whole level that meets the critical ratio under Poisson demand (Snyder and Shen, 2nd ed., 4.3.2.7). */
export function poissonNewsvendor(costs: Costs, mean: number): BaseStock {
  const chances = poisson(mean)
  const ratio = criticalRatio(costs)
  let level = 0
  for (let below = chances[0] ?? 1; below < ratio && level < chances.length; ) below += chances[++level] ?? 0
  return { level, cost: discreteCost(costs, level, chances) }
}

/** Expected cost of a level when 0, 1, 2 … are demanded with these chances. */
export const discreteCost = ({ holding, shortage }: Costs, level: number, chances: readonly number[]): number =>
  chances.reduce(
    (sum, chance, demand) => sum + chance * (demand > level ? shortage * (demand - level) : holding * (level - demand)),
    0,
  )
