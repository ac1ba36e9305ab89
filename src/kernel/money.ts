import { z } from 'zod'

/** An amount in integer minor units (fen, cents). */
export const Minor = z.number().int()

/**
 * Splits a total over weights so that the parts sum to it exactly (largest remainder; ties to the earlier weight).
 * 10000 over [1, 1, 1] gives [3334, 3333, 3333].
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  if (sum <= 0) throw new RangeError('allocate needs at least one positive weight')
  const exact = weights.map((weight) => (total * weight) / sum)
  const parts = exact.map(Math.floor)
  const rest = total - parts.reduce((a, b) => a + b, 0)
  const byRemainder = exact.map((value, i) => ({ i, remainder: value - Math.floor(value) }))
  byRemainder.sort((a, b) => b.remainder - a.remainder || a.i - b.i)
  for (const { i } of byRemainder.slice(0, rest)) parts[i] = (parts[i] ?? 0) + 1
  return parts
}

/** The tax inside a tax-inclusive amount, half up. `bps`: 600 is 6%. */
export const taxIncluded = (grossMinor: number, bps: number): number => Math.round((grossMinor * bps) / (10_000 + bps))
