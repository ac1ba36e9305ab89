import type { Text } from '../../../kernel/text'
import { readTable } from '../table'
import { type City, cityOf, cityOfDistrict } from './cities'
import { COMMUNITIES } from './communities'
import { BLOCK, inBlock, type Point, RIVER_WIDTH, toPoint } from './ground'

export interface Block {
  readonly column: number
  readonly row: number
}

export interface Park extends Block {
  readonly id: string
  readonly cityId: string
  readonly name: Text
  readonly outline: readonly Point[]
}

export interface River {
  readonly id: string
  readonly cityId: string
  readonly name: Text
  readonly outline: readonly Point[]
}

/** key | 中文 | English | city | column row */
const PARK_ROWS = `
heron   | 鹭影公园 | Heron Park       | qilan | 7 1
camphor | 老樟公园 | Old Camphor Park | qilan | 3 5
inkwell | 砚池湿地 | Inkwell Wetland  | qilan | 2 3
reed    | 芦堰公园 | Reed Weir Park   | duhe  | 2 2
terrace | 禾阶公园 | Terrace Park     | duhe  | 4 3
`

/** city | 中文 | English */
const RIVER_ROWS = `
qilan | 栖水   | Qi River
duhe  | 渡禾河 | Duhe River
`

export const PARKS: readonly Park[] = readTable(PARK_ROWS, (row) => {
  const id = `park_${row.text()}`
  const name = row.both()
  const cityId = `city_${row.text()}`
  const [column = 0, blockRow = 0] = row.numbers()
  const city = cityOf(cityId)
  const corners: readonly [number, number][] = [
    [0.07, 0.12],
    [0.6, 0.05],
    [0.94, 0.3],
    [0.9, 0.88],
    [0.4, 0.95],
    [0.05, 0.7],
    [0.07, 0.12],
  ]
  const outline = corners.map(([east, north]) => toPoint(city, inBlock(city, column, blockRow, east, north)))
  return { id, cityId, name, column, row: blockRow, outline }
})

export const RIVERS: readonly River[] = readTable(RIVER_ROWS, (row) => {
  const cityId = `city_${row.text()}`
  const name = row.both()
  return { id: cityId.replace('city_', 'river_'), cityId, name, outline: banks(cityOf(cityId)) }
})

/** Blocks of a city with neither a community nor a park, from the south-west. */
export function freeBlocks(city: City): Block[] {
  const taken = new Set([
    ...COMMUNITIES.filter(({ districtId }) => cityOfDistrict(districtId) === city).map(({ plan }) => key(plan)),
    ...PARKS.filter(({ cityId }) => cityId === city.id).map(key),
  ])
  return Array.from({ length: city.columns * city.rows }, (_, i) => ({
    column: i % city.columns,
    row: Math.floor(i / city.columns),
  })).filter((block) => !taken.has(key(block)))
}

const key = ({ column, row }: Block): string => `${column}/${row}`

/** The river runs past both ends of the city, a little inside its embankments. */
function banks(city: City): Point[] {
  const south = city.riverRow * BLOCK.height + RIVER_WIDTH * 0.15
  const north = city.riverRow * BLOCK.height + RIVER_WIDTH * 0.85
  const xs = Array.from({ length: city.columns * 2 + 3 }, (_, i) => ((i - 1) * BLOCK.width) / 2)
  const ring = [...xs.map((x) => ({ x, y: south })), ...xs.toReversed().map((x) => ({ x, y: north }))]
  return [...ring, ...ring.slice(0, 1)].map((spot) => toPoint(city, spot))
}
