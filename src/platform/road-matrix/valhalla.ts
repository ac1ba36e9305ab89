import { z } from 'zod'
import { ask, PATIENCE_MS, SPOTS_A_SIDE, toTable } from './ask'
import type { RoadSource } from './port'

const Leg = z.object({ distance: z.number().nullable(), time: z.number().nullable() })
const Answer = z.object({ sources_to_targets: z.array(z.array(Leg)) })

/** Valhalla's `sources_to_targets`, for one costing (`motor_scooter` unless said otherwise). It counts in kilometres. */
export const valhallaRoads = (base: string, costing = 'motor_scooter', patienceMs = PATIENCE_MS): RoadSource => ({
  name: 'valhalla',
  key: `valhalla ${base} ${costing}`,
  largest: SPOTS_A_SIDE,
  remote: true,
  table: async (from, to) => {
    const spot = ({ lat, lon }: { lat: number; lon: number }) => ({ lat, lon })
    const question = { sources: from.map(spot), targets: to.map(spot), costing, units: 'kilometers' }
    const { sources_to_targets: rows } = await ask(new URL('sources_to_targets', slashed(base)), Answer, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(question),
      patienceMs,
    })
    const legs = rows.flat().map(({ distance, time }) => ({
      metres: distance === null ? null : distance * 1_000,
      seconds: time,
    }))
    return toTable(from.length, to.length, legs)
  },
})

const slashed = (base: string): string => (base.endsWith('/') ? base : `${base}/`)
