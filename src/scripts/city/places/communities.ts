import type { Text } from '../../../kernel/text'
import { readTable } from '../table'
import { cityOfDistrict } from './cities'
import { BLOCK, inBlock, type Point, toPoint } from './ground'

/** What kind of place a community is (场景). */
export const SITE_TYPES = [
  'residential',
  'office',
  'transit',
  'school',
  'hospital',
  'leisure',
  'retail',
  'factory',
] as const
export type SiteType = (typeof SITE_TYPES)[number]

export interface Community extends Point {
  readonly id: string
  readonly districtId: string
  readonly name: Text
  readonly type: SiteType
  /** How it is built; buildings are drawn from this. */
  readonly plan: BuildingPlan
  /** Closed ring around it. */
  readonly outline: readonly Point[]
}

export interface BuildingPlan {
  readonly column: number
  readonly row: number
  readonly buildings: number
  readonly floors: readonly [low: number, high: number]
  /** Households on one floor where people live, people on one floor elsewhere. */
  readonly perFloor: readonly [low: number, high: number]
}

/** key | 中文 | English | district | type | column row | buildings | floors low high | households or people per floor */
const ROWS = `
zhangting | 樟汀苑           | Zhangting Court       | wangcha | residential | 4 6 | 34 | 11 18 | 3 4
suqiao    | 宿桥里           | Suqiao Lanes          | wangcha | residential | 2 5 | 32 |  5  7 | 4 6
yanxi     | 砚溪新村         | Yanxi New Village     | wangcha | residential | 6 5 | 30 |  6 11 | 4 6
third     | 栖澜第三医院     | Qilan Third Hospital  | wangcha | hospital    | 7 6 |  7 |  4 12 | 18 40
luqi      | 鹭栖坊           | Luqi Court            | linting | residential | 8 2 | 28 | 16 26 | 3 4
yunzhu    | 云杼科技园       | Yunzhu Science Park   | linting | office      | 5 1 | 16 |  5 14 | 30 60
centre    | 栖澜中心         | Qilan Centre          | linting | office      | 3 2 | 12 | 12 28 | 30 55
yanchi    | 砚池实验学校     | Yanchi School         | linting | school      | 1 2 |  7 |  3  5 | 60 120
hedu      | 禾渡花园         | Hedu Gardens          | nanyan  | residential | 1 1 | 30 | 11 18 | 3 4
harbour   | 渡禾商务港       | Duhe Business Harbour | nanyan  | office      | 4 1 |  8 | 10 22 | 30 55
wuli      | 坞里人家         | Wuli Homes            | qingwu  | residential | 3 4 | 26 |  6  6 | 4 6
yanbei    | 堰北工业园       | Yanbei Works          | qingwu  | factory     | 5 4 | 10 |  1  4 | 40 90
`

/** The hedge stands this far from the middle of the street, as a share of the block. */
const HEDGE = 0.06
/** Corners are cut, as walls around housing are, by this share of the block. */
const CORNER = 0.1

export const COMMUNITIES: readonly Community[] = readTable(ROWS, (row) => {
  const id = `com_${row.text()}`
  const name = row.both()
  const districtId = `dst_${row.text()}`
  const type = row.oneOf(SITE_TYPES)
  const [column = 0, blockRow = 0] = row.numbers()
  const buildings = row.number()
  const [lowest = 1, highest = 1] = row.numbers()
  const [fewest = 1, most = 1] = row.numbers()
  const city = cityOfDistrict(districtId)
  const at = (east: number, north: number) => toPoint(city, inBlock(city, column, blockRow, east, north))
  return {
    id,
    districtId,
    name,
    type,
    plan: { column, row: blockRow, buildings, floors: [lowest, highest], perFloor: [fewest, most] },
    outline: hedge().map(([east, north]) => at(east, north)),
    ...at(0.5, 0.5),
  }
})

/** A closed octagon inside the block, in shares of it. */
function hedge(): [number, number][] {
  const [near, far] = [HEDGE, 1 - HEDGE]
  const cutX = CORNER
  const cutY = (CORNER * BLOCK.width) / BLOCK.height
  return [
    [near + cutX, near],
    [far - cutX, near],
    [far, near + cutY],
    [far, far - cutY],
    [far - cutX, far],
    [near + cutX, far],
    [near, far - cutY],
    [near, near + cutY],
    [near + cutX, near],
  ]
}
