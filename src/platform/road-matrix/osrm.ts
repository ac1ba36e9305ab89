import { z } from 'zod'
import type { Spot } from '../../kernel/distance'
import { ask, PATIENCE_MS, SPOTS_A_SIDE, toTable } from './ask'
import { type RoadSource, RoadTrouble } from './port'

const Rows = z.array(z.array(z.number().nullable()))
const Answer = z.object({ code: z.literal('Ok'), durations: Rows, distances: Rows })

/** OSRM's `/table`, for one profile (`driving` unless said otherwise). */
export const osrmRoads = (base: string, profile = 'driving', patienceMs = PATIENCE_MS): RoadSource => ({
  name: 'osrm',
  key: `osrm ${base} ${profile}`,
  largest: SPOTS_A_SIDE,
  remote: true,
  table: async (from, to) => {
    const url = new URL(`table/v1/${profile}/${[...from, ...to].map(written).join(';')}`, slashed(base))
    url.search = new URLSearchParams({
      annotations: 'duration,distance',
      sources: indexes(0, from.length),
      destinations: indexes(from.length, to.length),
    }).toString()
    const { distances, durations } = await ask(url, Answer, { patienceMs })
    if (durations.length !== distances.length) throw new RoadTrouble('times and distances are not of one table')
    const seconds = durations.flat()
    const legs = distances.flat().map((metres, at) => ({ metres, seconds: seconds[at] ?? null }))
    return toTable(from.length, to.length, legs)
  },
})

/** Six digits are a tenth of a metre; OSRM wants the longitude first. */
const written = ({ lat, lon }: Spot): string => `${lon.toFixed(6)},${lat.toFixed(6)}`

const indexes = (first: number, count: number): string => Array.from({ length: count }, (_, i) => first + i).join(';')

const slashed = (base: string): string => (base.endsWith('/') ? base : `${base}/`)
