/** A spot on the map, in degrees (WGS 84). */
export interface Spot {
  readonly lat: number
  readonly lon: number
}

const EARTH_RADIUS_METRES = 6_371_000
/** Roads against the straight line: the mean over 25 Chinese cities (Annals of GIS 2021, doi 10.1080/19475683.2021.1966503). */
const DETOUR = 1.32
/**
 * The same study finds short trips more roundabout: out of the block on one side and in on the other. Our allowance for
 * it grows to 100 m, most of it within the first 250; an assumption until a road service measures.
 */
const ROUND_THE_BLOCK = { metres: 100, within: 250 }
/** A cargo tricycle in town, traffic lights included: 18 km/h. */
export const TOWN_METRES_PER_SECOND = 5

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres of the great circle between two spots (haversine). */
export function greatCircle(a: Spot, b: Spot): number {
  const halfLat = Math.sin(radians(b.lat - a.lat) / 2) ** 2
  const halfLon = Math.sin(radians(b.lon - a.lon) / 2) ** 2
  const half = halfLat + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * halfLon
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(Math.min(1, half)))
}

/**
 * Metres on the road for so many metres of the straight line. Concave and 0 at 0, so that going by way of somewhere else
 * is never shorter.
 */
export const onTheRoad = (straight: number): number =>
  DETOUR * straight + ROUND_THE_BLOCK.metres * (1 - Math.exp(-straight / ROUND_THE_BLOCK.within))

/** Whole metres on the road between two spots, as far as the straight line tells. */
export const roadMetres = (a: Spot, b: Spot): number => Math.round(onTheRoad(greatCircle(a, b)))
