import { roadMetres, TOWN_METRES_PER_SECOND } from '../../kernel/distance'
import type { RoadSource } from './port'

/** Needs no service: the straight line, lengthened by the usual detour, at the speed of a cargo tricycle in town. */
export const haversineRoads: RoadSource = {
  name: 'haversine',
  key: 'haversine',
  largest: Number.POSITIVE_INFINITY,
  remote: false,
  table: (from, to) => {
    const metres = new Int32Array(from.length * to.length)
    from.forEach((a, i) => {
      to.forEach((b, j) => {
        metres[i * to.length + j] = roadMetres(a, b)
      })
    })
    return Promise.resolve({ metres, seconds: metres.map((each) => Math.round(each / TOWN_METRES_PER_SECOND)) })
  },
}
