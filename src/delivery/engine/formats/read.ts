import type { RoutingProblem } from '../problem'
import { InvalidProblem } from '../fields'
import { isSolomon, readSolomon } from './solomon'
import type { ReadProblem } from './text'
import { isVrplib, readVrplib } from './vrplib'

/** Reads a problem from the text of a file: our JSON, CVRPLIB or VRPLIB, Solomon, Gehring and Homberger. */
export function readProblem(text: string): ReadProblem {
  if (text.trimStart().startsWith('{')) return { problem: readJson(text), unit: 1 }
  if (isVrplib(text)) return readVrplib(text)
  if (isSolomon(text)) return readSolomon(text)
  throw new InvalidProblem('file', 'is neither our JSON nor VRPLIB nor Solomon; it may be cut off')
}

function readJson(text: string): RoutingProblem {
  try {
    return JSON.parse(text) as RoutingProblem
  } catch (error) {
    throw new InvalidProblem('file', `is not valid JSON: ${(error as Error).message}`)
  }
}
