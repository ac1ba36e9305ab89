import type { importCrews, importStations } from '../../../kitchen/import-stations'
import { addDays, type ServiceDate } from '../../../kernel/time'
import type { importOutput } from '../../../kitchen/crew/output'
import type { importSafety } from '../../../kitchen/safety/import-safety'
import type { importSensors } from '../../../kitchen/safety/sensors'
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

/** Three cooks for every four places: ovens and steamers work alone. */
const COOKS_PER_PLACE = 0.75

/** How many cooks each kitchen has at once. */
export const crewsOf = (city: DemoCity): Parameters<typeof importCrews>[1] =>
  city.sites.map(({ id: siteId, operatorId }) => {
    const places = stationsOf(city).reduce((sum, row) => sum + (row.siteId === siteId ? (row.places ?? 0) : 0), 0)
    return { siteId, operatorId, cooks: Math.ceil(places * COOKS_PER_PLACE) }
  })

/** Every kitchen follows China's profile, with hot cabinets beside the stoves. */
export const safetyOf = (city: DemoCity): Parameters<typeof importSafety>[1] =>
  city.sites.map(({ id: siteId, operatorId }) => ({ siteId, operatorId, profileId: 'cn', holding: 'hot' as const }))

const THERMOMETERS = [
  { place: 'cold_store', name: '冷藏库 Cold store 1' },
  { place: 'freezer', name: '冷冻库 Freezer 1' },
  { place: 'hot_cabinet', name: '保温柜 Hot cabinet 1' },
  { place: 'sample_fridge', name: '留样冰箱 Sample fridge' },
] as const

/** Every kitchen has thermometers that report by themselves. */
export const sensorsOf = (city: DemoCity): Parameters<typeof importSensors>[1] =>
  city.sites.flatMap(({ id: siteId, operatorId }) =>
    THERMOMETERS.map((one) => ({
      ...one,
      id: `sen_${siteId}_${one.place}`,
      siteId,
      operatorId,
      source: 'local' as const,
    })),
  )

/** The books of last year: 364 days ago and the four weeks around it. */
const BOOK_DAYS = 28
const YEAR_DAYS = 364
/** A cook of a canteen makes about so many portions an hour. */
const MEALS_AN_HOUR = 26

/** What each kitchen made last year, around this day, with how much work. */
export const outputOf = (city: DemoCity, today: ServiceDate): Parameters<typeof importOutput>[1] =>
  city.sites.flatMap(({ id: siteId, operatorId, stations }) => {
    const portions = stations.reduce((sum, station) => sum + station.portions, 0)
    return Array.from({ length: BOOK_DAYS }, (_, i) => {
      const meals = Math.round((portions * (80 + ((i * 7) % 15))) / 200)
      const date = addDays(today, i - YEAR_DAYS - BOOK_DAYS / 2)
      return { siteId, operatorId, date, meals, minutes: Math.round((meals * 60) / (MEALS_AN_HOUR + (i % 5))) }
    })
  })
