import type { RoutingProblem } from '../problem'
import { InvalidProblem } from '../fields'

/** What a benchmark file holds. Divide costs by `unit` to get them as the literature prints them. */
export interface ReadProblem {
  readonly problem: RoutingProblem
  readonly unit: number
}

/** The words of a line. */
export const words = (line: string): string[] => line.trim().split(/\s+/).filter(Boolean)

/** A number of a file, or an error that names where it stood. */
export function numberAt(field: string, word: string | undefined): number {
  const value = word === undefined ? NaN : Number(word)
  if (!Number.isFinite(value))
    throw new InvalidProblem(
      field,
      word === undefined ? 'is missing; the file may be cut off' : `"${word}" is no number`,
    )
  return value
}
