import type { Text } from '../../kernel/text'
import type { Load } from './stops'

/** What a kitchen drives with. Speeds in whole metres per second, costs in minor units. */
export interface Vehicle {
  readonly id: string
  readonly name: Text
  readonly boxes: number
  readonly litres: number
  readonly hotBoxes: number
  readonly chilledBoxes: number
  readonly skills: readonly string[]
  readonly metresPerSecond: number
  /** Wall-clock times of the kitchen. */
  readonly shiftFrom: string
  readonly shiftTo: string
  /** Trips it may make in one wave, with so long at the kitchen between two. */
  readonly trips: number
  readonly reloadSeconds: number
  readonly perKmMinor: number
  readonly perHourMinor: number
  readonly perUseMinor: number
}

/** A lunch box with soup in its share of an insulated bag. */
export const BOX_LITRES = 3

const SKILLS = ['hospital', 'school'] as const
/** Who lets nobody in without a pass of their own. */
export const skillsFor = (siteType: string): string[] => SKILLS.filter((skill) => skill === siteType)

/** A cargo tricycle: twelve insulated bags of five boxes, four of them with ice packs when asked for, 18 km/h in town. Costs stand for pay and wear. */
export const TRICYCLE: Omit<Vehicle, 'id' | 'name'> = {
  boxes: 60,
  litres: 60 * BOX_LITRES,
  hotBoxes: 60,
  chilledBoxes: 20,
  skills: SKILLS,
  metresPerSecond: 5,
  shiftFrom: '04:00',
  shiftTo: '04:00',
  trips: 1,
  reloadSeconds: 600,
  perKmMinor: 60,
  perHourMinor: 3_000,
  perUseMinor: 1_000,
}
/** As many as a kitchen can send out for one meal. */
const TRICYCLES = 40

/** What a kitchen drives with as long as it has not named vehicles of its own. */
export const STANDARD_FLEET: readonly Vehicle[] = Array.from({ length: TRICYCLES }, (_, i) => {
  const number = String(i + 1).padStart(2, '0')
  return { ...TRICYCLE, id: `tricycle-${number}`, name: { zh: `三轮车 ${number}`, en: `Tricycle ${number}` } }
})

/** Whether a vehicle takes so much at once: boxes in all, by compartment, and what they fill. */
export const holds = (
  { boxes, hotBoxes, chilledBoxes, litres }: Pick<Vehicle, 'boxes' | 'hotBoxes' | 'chilledBoxes' | 'litres'>,
  load: Load,
): boolean =>
  load.boxes <= Math.min(boxes, Math.floor(litres / BOX_LITRES)) &&
  load.boxes - load.chilled - load.ambient <= hotBoxes &&
  load.chilled <= chilledBoxes
