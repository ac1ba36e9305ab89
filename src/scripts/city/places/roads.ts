import type { Text } from '../../../kernel/text'
import { freeBlocks } from './blocks'
import { CITIES, type City } from './cities'
import { BLOCK, inBlock, type Point, RIVER_WIDTH, rowEdge, type Spot, toPoint } from './ground'

/** A street as a line; a bridge is where it crosses the river. */
export interface Road {
  readonly id: string
  readonly name: Text
  readonly kind: 'avenue' | 'street' | 'lane'
  readonly path: readonly Point[]
}

/** Metres between the points of a path: short enough for a bend to look like one. */
const STEP = 320
/** Every second north-south road has a bridge. */
const BRIDGE_EVERY = 2
/** A lane cuts every sixth free block, a third of the way across, clear of whatever stands in its middle. */
const LANE_EVERY = 6
const LANE_AT = 0.33
/** The second city starts further down the list of names. */
const NAMES_BETWEEN_CITIES = 17

const NAMES =
  '砚桥 Yanqiao|鹭灯 Ludeng|穗风 Suifeng|樟影 Zhangying|澜声 Lansheng|汀火 Tinghuo|渡云 Duyun|槐序 Huaixu|坞青 Wuqing|禾望 Hewang|栖霜 Qishuang|堰石 Yanshi|泊雨 Boyu|杼机 Zhuji|苔阶 Taijie|蓼湾 Liaowan|桨声 Jiangsheng|菱歌 Lingge|灯芯 Dengxin|纸鸢 Zhiyuan|陶坊 Taofang|稻影 Daoying|鲤跃 Liyue|桑落 Sangluo|萤火 Yinghuo|榫卯 Sunmao|苇塘 Weitang|石臼 Shijiu|棹歌 Zhaoge|烟渚 Yanzhu|药圃 Yaopu|竹筏 Zhufa|漆井 Qijing|麦垄 Mailong|笔架 Bijia|盐仓 Yancang'
    .split('|')
    .map((pair): Text => {
      const [zh = '', en = ''] = pair.split(' ')
      return { zh, en }
    })

/** All roads of a city: its grid, bent as the ground is, one along the river, and lanes through blocks that are free. */
export function roadsOf(city: City): Road[] {
  const north = rowEdge(city, city.rows - 1) + BLOCK.height
  const east = city.columns * BLOCK.width
  const southBank = city.riverRow * BLOCK.height
  const upright = range(city.columns + 1).map((column): Line => {
    const start = column % BRIDGE_EVERY === 0 ? 0 : southBank + RIVER_WIDTH
    return [spot(column * BLOCK.width, start), spot(column * BLOCK.width, north)]
  })
  const level = range(city.rows + 1).map((row): Line => {
    const y = row === city.rows ? north : rowEdge(city, row)
    return [spot(0, y), spot(east, y)]
  })
  const embankment: Line = [spot(0, southBank), spot(east, southBank)]
  const lanes = freeBlocks(city)
    .filter((_, i) => i % LANE_EVERY === 0)
    .map(({ column, row }): Line => [inBlock(city, column, row, LANE_AT, 0), inBlock(city, column, row, LANE_AT, 1)])
  return [...upright, ...level, embankment, ...lanes].map((line, i) => roadOf(city, line, i))
}

type Line = readonly [from: Spot, to: Spot]

const spot = (x: number, y: number): Spot => ({ x, y })
const range = (length: number): number[] => Array.from({ length }, (_, i) => i)

function roadOf(city: City, [from, to]: Line, index: number): Road {
  const name = NAMES[(index + CITIES.indexOf(city) * NAMES_BETWEEN_CITIES) % NAMES.length] ?? { zh: '', en: '' }
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const kind = length < BLOCK.height * 1.5 ? 'lane' : index % 3 === 0 ? 'avenue' : 'street'
  const steps = Math.max(2, Math.round(length / STEP))
  return {
    id: `road_${city.id.slice(5)}_${index + 1}`,
    name: { zh: `${name.zh}${SUFFIX[kind].zh}`, en: `${name.en} ${SUFFIX[kind].en}` },
    kind,
    path: range(steps + 1).map((i) =>
      toPoint(city, spot(from.x + ((to.x - from.x) * i) / steps, from.y + ((to.y - from.y) * i) / steps)),
    ),
  }
}

const SUFFIX: Readonly<Record<Road['kind'], Text>> = {
  avenue: { zh: '大道', en: 'Avenue' },
  street: { zh: '路', en: 'Road' },
  lane: { zh: '巷', en: 'Lane' },
}
