import type { Text } from '../../../kernel/text'
import { MEAL_PERIODS, type MealPeriod } from '../../../kernel/time'
import { readTable } from '../table'

/** A kind of vehicle. Costs in fen. */
interface Model {
  readonly key: string
  readonly name: Text
  readonly boxes: number
  readonly metresPerSecond: number
  readonly trips: number
  readonly perKmMinor: number
  readonly perUseMinor: number
}

/** key | 中文 | English | boxes | m/s | trips a wave | fen per km | fen per use */
const MODELS: readonly Model[] = readTable(
  `
tricycle | 电动三轮车 | Cargo tricycle |  60 | 5 | 2 |  60 | 1000
bike     | 电动自行车 | E-bike         |  20 | 6 | 3 |  30 |  600
van      | 保温厢式车 | Insulated van  | 150 | 7 | 2 | 180 | 3000
`,
  (row) => ({
    key: row.text(),
    name: row.both(),
    boxes: row.number(),
    metresPerSecond: row.number(),
    trips: row.number(),
    perKmMinor: row.number(),
    perUseMinor: row.number(),
  }),
)

/** A vehicle of a site. The first of each kind may enter hospitals and schools. */
export interface FleetVehicle extends Model {
  readonly id: string
  readonly siteId: string
  readonly number: number
  readonly skills: readonly string[]
}

/** site | tricycles | bikes | vans */
const FLEETS = `
ck | 2 | 0 | 6
k1 | 5 | 3 | 2
k2 | 5 | 2 | 2
c1 | 4 | 2 | 0
c2 | 4 | 2 | 0
c3 | 4 | 2 | 0
`

/** What every site drives with. */
export const FLEET: readonly FleetVehicle[] = readTable(FLEETS, (row) => {
  const site = row.text()
  return MODELS.flatMap((model) =>
    Array.from({ length: row.number() }, (_, i) => ({
      ...model,
      id: `veh_${site}_${model.key}_${i + 1}`,
      siteId: `site_${site}`,
      number: i + 1,
      skills: i === 0 ? ['hospital', 'school'] : [],
    })),
  )
}).flat()

/** Two waves at one kitchen: workplaces before noon, homes after. */
export interface DoorWindow {
  readonly siteId: string
  readonly period: MealPeriod
  readonly from: string
  readonly to: string
  readonly siteTypes: readonly string[]
}

/** site | period | from | to | kinds of communities */
export const DOOR_WINDOWS: readonly DoorWindow[] = readTable(
  `
k1 | lunch | 11:00 | 12:00 | office school hospital factory transit retail leisure
k1 | lunch | 12:00 | 13:30 | residential
`,
  (row) => ({
    siteId: `site_${row.text()}`,
    period: row.oneOf(MEAL_PERIODS),
    from: row.text(),
    to: row.text(),
    siteTypes: row.words(),
  }),
)

/** A narrow window residents may choose at a door or in a lobby; a locker keeps food all through the meal. */
export interface Slot {
  readonly siteId: string
  readonly period: MealPeriod
  readonly from: string
  readonly to: string
}

/** site | period | when each begins, half an hour long */
export const SLOTS: readonly Slot[] = readTable(
  `
k1 | lunch  | 11:00 11:30 12:00 12:30 13:00
k1 | dinner | 17:00 17:30 18:00 18:30 19:00
k2 | lunch  | 11:00 11:30 12:00 12:30 13:00
c1 | lunch  | 11:00 11:30 12:00 12:30
`,
  (row) => {
    const siteId = `site_${row.text()}`
    const period = row.oneOf(MEAL_PERIODS)
    return row.words().map((from) => ({ siteId, period, from, to: halfAnHourAfter(from) }))
  },
).flat()

function halfAnHourAfter(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return minutes < 30 ? time.replace(':00', ':30') : `${String(hours + 1).padStart(2, '0')}:00`
}

/** Boxes behind the doors of a locker: many small ones, few large ones. */
export function doorsOf(compartments: number): number[] {
  return Array.from({ length: compartments }, (_, i) => (i < compartments / 2 ? 1 : i < compartments * 0.85 ? 2 : 4))
}
