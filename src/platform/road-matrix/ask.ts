import type { z } from 'zod'
import { NO_ROAD, type RoadTable, RoadTrouble } from './port'

/** A table of 50 by 50 is answered in milliseconds; who takes longer is in trouble. */
export const PATIENCE_MS = 5_000
/** Both services allow 2,500 pairs a question as they are installed: OSRM 100 spots (`max-table-size`), Valhalla `max_matrix_location_pairs`. */
export const SPOTS_A_SIDE = 50

/** Asks a road service and reads its answer. @throws RoadTrouble. */
export async function ask<Answer extends z.ZodType>(
  url: URL,
  answer: Answer,
  { patienceMs, ...init }: RequestInit & { readonly patienceMs: number },
): Promise<z.output<Answer>> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(patienceMs) })
    if (!response.ok) {
      await response.body?.cancel()
      throw new RoadTrouble(`the road service answered ${response.status}`)
    }
    return answer.parse(await response.json())
  } catch (error) {
    if (error instanceof RoadTrouble) throw error
    throw new RoadTrouble('the road service gave no answer that makes sense', { cause: error })
  }
}

/** Legs row by row as a table; null stands for "no road". @throws RoadTrouble when legs are missing or below 0. */
export function toTable(
  rows: number,
  columns: number,
  legs: readonly { readonly metres: number | null; readonly seconds: number | null }[],
): RoadTable {
  if (legs.length !== rows * columns) throw new RoadTrouble(`${legs.length} legs for ${rows} by ${columns} spots`)
  const metres = new Int32Array(legs.length)
  const seconds = new Int32Array(legs.length)
  legs.forEach((leg, at) => {
    const blocked = leg.metres === null || leg.seconds === null
    metres[at] = blocked ? NO_ROAD : whole(leg.metres)
    seconds[at] = blocked ? NO_ROAD : whole(leg.seconds)
  })
  return { metres, seconds }
}

function whole(value: number | null): number {
  if (value === null || !Number.isFinite(value) || value < 0) throw new RoadTrouble(`a leg of ${value}`)
  return Math.min(NO_ROAD, Math.round(value))
}
