import type { importStations } from '../../../kitchen/import-stations'
import type { DemoCity } from '../city'

/** How many batches of 20 a station can have on at once, for so many portions in a period; two at least. */
const PORTIONS_PER_PLACE = 100

/** The stations of all sites as rows of `kitchen`. */
export const stationsOf = (city: DemoCity): Parameters<typeof importStations>[1] =>
  city.sites.flatMap(({ id: siteId, operatorId, stations }) =>
    stations.map(({ id, kind, name, portions }, position) => ({
      id,
      operatorId,
      siteId,
      code: kind,
      name,
      position,
      places: Math.max(2, Math.round(portions / PORTIONS_PER_PLACE)),
    })),
  )
