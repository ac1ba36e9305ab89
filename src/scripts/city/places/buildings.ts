import type { Text } from '../../../kernel/text'
import type { Rng } from '../rng'
import { cityOfDistrict } from './cities'
import type { Community, SiteType } from './communities'
import { inBlock, type Point, toPoint } from './ground'

export interface Building extends Point {
  readonly id: string
  readonly communityId: string
  readonly name: Text
  readonly floors: number
  readonly lift: boolean
  /** 0 where nobody lives. */
  readonly households: number
  /** Who is there at noon: residents, staff, pupils or patients. */
  readonly people: number
  /** Closed ring of its walls. */
  readonly outline: readonly Point[]
}

/** Walk-ups end at six floors; above that a lift is the rule. */
const FLOORS_WITHOUT_LIFT = 6
const PEOPLE_PER_HOUSEHOLD = 2.6
/** The part of a block that is built on, and how much of its plot a building covers. */
const BUILT = { from: 0.11, to: 0.89 }
const COVER = { residential: { east: 0.68, north: 0.42 }, other: { east: 0.58, north: 0.5 } }

/** All buildings of a community, in rows from its south-west corner. */
export function buildingsOf(community: Community, chance: Rng): Building[] {
  const { buildings } = community.plan
  const columns = buildings > 9 ? 4 : 3
  const rows = Math.ceil(buildings / columns)
  return Array.from({ length: buildings }, (_, i) =>
    buildingOf(community, i, { east: i % columns, north: Math.floor(i / columns), columns, rows }, chance),
  )
}

interface Plot {
  readonly east: number
  readonly north: number
  readonly columns: number
  readonly rows: number
}

function buildingOf(community: Community, index: number, plot: Plot, chance: Rng): Building {
  const city = cityOfDistrict(community.districtId)
  const { plan, type } = community
  const floors = chance.int(...plan.floors)
  const inside = chance.int(...plan.perFloor) * floors
  const home = type === 'residential'
  const at = (east: number, north: number) =>
    toPoint(
      city,
      inBlock(city, plan.column, plan.row, share(plot.east + east, plot.columns), share(plot.north + north, plot.rows)),
    )
  const { east, north } = home ? COVER.residential : COVER.other
  const [west, south] = [(1 - east) / 2, (1 - north) / 2]
  const walls: [number, number][] = [
    [west, south],
    [1 - west, south],
    [1 - west, 1 - south],
    [west, 1 - south],
    [west, south],
  ]
  return {
    id: `bld_${community.id.slice('com_'.length)}_${String(index + 1).padStart(2, '0')}`,
    communityId: community.id,
    name: nameOf(type, index + 1),
    floors,
    lift: floors > FLOORS_WITHOUT_LIFT || type === 'hospital',
    households: home ? inside : 0,
    people: home ? Math.round(inside * PEOPLE_PER_HOUSEHOLD) : inside,
    outline: walls.map(([x, y]) => at(x, y)),
    ...at(0.5, 0.5),
  }
}

const share = (position: number, of: number): number => BUILT.from + (position / of) * (BUILT.to - BUILT.from)

/** What the sign on a building says, by kind of place. */
const SIGNS: Readonly<Record<SiteType, (n: number) => Text>> = {
  residential: (n) => ({ zh: `${n} 号楼`, en: `Building ${n}` }),
  office: (n) => ({ zh: `${letter(n)} 座`, en: `Tower ${letter(n)}` }),
  school: (n) => ({ zh: `${n} 号教学楼`, en: `School block ${n}` }),
  hospital: (n) => ({ zh: `${n} 号病区楼`, en: `Ward block ${n}` }),
  factory: (n) => ({ zh: `${n} 号车间`, en: `Workshop ${n}` }),
  transit: (n) => ({ zh: `${n} 号候车厅`, en: `Hall ${n}` }),
  leisure: (n) => ({ zh: `${n} 号馆`, en: `Pavilion ${n}` }),
  retail: (n) => ({ zh: `${n} 号商铺楼`, en: `Shops ${n}` }),
}

const nameOf = (type: SiteType, number: number): Text => SIGNS[type](number)

const letter = (number: number): string => String.fromCharCode(64 + number)
