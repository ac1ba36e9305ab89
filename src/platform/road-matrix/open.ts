import type { Config } from '../config'
import { haversineRoads } from './haversine'
import { osrmRoads } from './osrm'
import type { RoadSource } from './port'
import { valhallaRoads } from './valhalla'

/** Who knows the way, as configured; without a service the straight line does. */
export function openRoads(config: Pick<Config, 'ROAD_MATRIX' | 'ROAD_MATRIX_URL' | 'ROAD_MATRIX_PROFILE'>): RoadSource {
  const { ROAD_MATRIX: name, ROAD_MATRIX_URL: url, ROAD_MATRIX_PROFILE: profile } = config
  if (name === 'osrm' && url) return osrmRoads(url, profile)
  if (name === 'valhalla' && url) return valhallaRoads(url, profile)
  return haversineRoads
}
