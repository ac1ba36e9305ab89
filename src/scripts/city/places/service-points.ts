import type { Text } from '../../../kernel/text'
import type { Building } from './buildings'
import type { Community, SiteType } from './communities'
import type { Coverage } from './coverage'
import type { Site } from './sites'

export const SERVICE_POINT_KINDS = ['door', 'lobby', 'locker', 'desk', 'canteen'] as const
export type ServicePointKind = (typeof SERVICE_POINT_KINDS)[number]

/** Where food is handed over. A locker stands at one building and serves the whole community. */
export interface ServicePoint {
  readonly id: string
  readonly communityId: string
  readonly buildingId: string
  readonly kind: ServicePointKind
  readonly name: Text
  /** Fen for one order. */
  readonly feeMinor: number
  /** Compartments of a locker; 0 elsewhere. */
  readonly compartments: number
}

const NAMES: Readonly<Record<ServicePointKind, Text>> = {
  door: { zh: '送到家门口', en: 'To your door' },
  lobby: { zh: '一楼大堂', en: 'Ground-floor lobby' },
  locker: { zh: '取餐柜', en: 'Meal locker' },
  desk: { zh: '送到工位', en: 'To your desk' },
  canteen: { zh: '食堂堂食', en: 'Eat at the canteen' },
}

/** Which points a building has, by kind of place. */
const POINTS: Readonly<Record<SiteType, readonly ServicePointKind[]>> = {
  residential: ['door', 'lobby'],
  office: ['desk', 'lobby'],
  school: ['lobby'],
  hospital: ['desk', 'lobby'],
  factory: ['lobby'],
  transit: ['lobby'],
  leisure: ['lobby'],
  retail: ['lobby'],
}

const FEES: Readonly<Record<ServicePointKind, number>> = { door: 300, lobby: 100, locker: 0, desk: 200, canteen: 0 }
/** Stairs cost a courier about as much again as the walk from the gate. */
const STAIRS_FEE = 100
const LOCKERS_PER_COMMUNITY = 2
const LOCKER_COMPARTMENTS = 48

/** The points of all buildings of one community, lockers where people live or work. */
export function servicePointsOf(community: Community, buildings: readonly Building[]): ServicePoint[] {
  const own = buildings.flatMap((building) => POINTS[community.type].map((kind) => pointOf(kind, building)))
  return hasLockers(community.type) ? [...own, ...lockersOf(buildings)] : own
}

const hasLockers = (type: SiteType): boolean => type === 'residential' || type === 'office'

function pointOf(kind: ServicePointKind, building: Building): ServicePoint {
  const stairs = kind === 'door' && !building.lift ? STAIRS_FEE : 0
  return {
    id: building.id.replace('bld_', `sp_${kind}_`),
    communityId: building.communityId,
    buildingId: building.id,
    kind,
    name: NAMES[kind],
    feeMinor: FEES[kind] + stairs,
    compartments: kind === 'locker' ? LOCKER_COMPARTMENTS : 0,
  }
}

/** Where a canteen's own guests eat: in the first building of the community it serves. */
export const canteenPointsOf = (
  sites: readonly Site[],
  coverage: readonly Coverage[],
  buildings: readonly Building[],
): ServicePoint[] =>
  sites.flatMap((site) => {
    if (site.kind !== 'canteen') return []
    const served = coverage.find(({ siteId }) => siteId === site.id)
    const building = buildings.find(({ communityId }) => communityId === served?.communityId)
    return building ? [{ ...pointOf('canteen', building), id: counterOf(site) }] : []
  })

/** The point of a canteen's own counter. */
export const counterOf = ({ id }: Pick<Site, 'id'>): string => id.replace('site_', 'sp_canteen_')

/** One by the first building, one half way through, which is where the gates are. */
function lockersOf(buildings: readonly Building[]): ServicePoint[] {
  const step = Math.floor(buildings.length / LOCKERS_PER_COMMUNITY)
  const gates = buildings.filter((_, i) => i % step === 0).slice(0, LOCKERS_PER_COMMUNITY)
  return gates.map((building, i) => ({ ...pointOf('locker', building), name: lockerName(i) }))
}

const GATES: readonly Text[] = [
  { zh: '南门', en: 'South gate' },
  { zh: '北门', en: 'North gate' },
]

function lockerName(index: number): Text {
  const gate = GATES[index] ?? { zh: '', en: '' }
  return { zh: `${gate.zh}${NAMES.locker.zh}`, en: `${gate.en} ${NAMES.locker.en.toLowerCase()}` }
}
