import type { Text } from '../../../kernel/text'
import { type CutoffRule, MEAL_PERIODS, type MealPeriod } from '../../../kernel/time'
import { member, type Row, readTable } from '../table'
import { cityOfDistrict } from './cities'
import { inBlock, type Point, toPoint } from './ground'

export const SITE_KINDS = ['central_kitchen', 'kitchen', 'canteen'] as const
export type SiteKind = (typeof SITE_KINDS)[number]

export const STATION_KINDS = ['wok', 'steam', 'cold', 'noodle', 'pack'] as const
export type StationKind = (typeof STATION_KINDS)[number]

/** A production or serving place of one operator. */
export interface Site extends Point {
  readonly id: string
  readonly operatorId: string
  readonly kind: SiteKind
  readonly name: Text
  readonly districtId: string
  readonly zone: string
  readonly stations: readonly Station[]
  readonly periods: readonly SitePeriod[]
}

export interface Station {
  readonly id: string
  readonly kind: StationKind
  readonly name: Text
  /** Portions in one meal period. */
  readonly portions: number
}

/** One meal period of a site. `to` before `from` means that it ends after midnight. */
export interface SitePeriod {
  readonly period: MealPeriod
  readonly from: string
  readonly to: string
  readonly cutoff: CutoffRule
  /** Portions in one period over all stations. */
  readonly portions: number
}

/** key | 中文 | English | kind | operator | district | column row | portions per period of wok, steam, cold, noodle, pack */
const SITE_ROWS = `
ck | 穗桥中央厨房 | Suiqiao Central Kitchen  | central_kitchen | suiqiao  | linting | 0 0 | 700 500 300 300 1200
k1 | 砚溪厨房     | Yanxi Kitchen            | kitchen         | suiqiao  | wangcha | 4 5 | 320 240 160 200  520
k2 | 槐灯渡西厨房 | Huaideng Duxi Kitchen    | kitchen         | huaideng | qingwu  | 0 3 | 300 200 120 160  460
c1 | 宿桥邻里食堂 | Suqiao Canteen           | canteen         | suiqiao  | wangcha | 1 5 | 160 120  80 140  320
c2 | 樟汀长者食堂 | Zhangting Senior Canteen | canteen         | suiqiao  | wangcha | 5 6 | 120 140  60  80  260
c3 | 坞里食堂     | Wuli Canteen             | canteen         | huaideng | qingwu  | 2 4 | 140 100  60 100  260
`

/** site | period | from | to | cut-off: days before, at | portions */
const PERIOD_ROWS = `
ck | lunch     | 11:00 | 13:00 | 1 18:00 | 1000
ck | dinner    | 17:00 | 18:30 | 1 18:00 |  400
k1 | breakfast | 06:30 | 08:30 | 1 20:00 |  160
k1 | lunch     | 11:00 | 13:30 | 0 10:00 |  440
k1 | dinner    | 17:00 | 19:30 | 0 16:00 |  320
k1 | night     | 21:30 | 00:30 | 0 20:30 |   80
k2 | lunch     | 11:00 | 13:30 | 0 10:00 |  380
k2 | dinner    | 17:00 | 19:30 | 0 16:00 |  300
c1 | breakfast | 06:30 | 08:30 | 1 20:00 |  180
c1 | lunch     | 11:00 | 13:00 | 0 10:30 |  260
c1 | dinner    | 17:00 | 18:30 | 0 16:30 |  160
c2 | lunch     | 10:45 | 12:30 | 0 09:30 |  200
c2 | dinner    | 16:45 | 18:00 | 0 15:30 |  110
c3 | lunch     | 11:00 | 13:00 | 0 10:00 |  200
c3 | dinner    | 17:00 | 18:30 | 0 16:00 |  120
`

const STATION_NAMES: Readonly<Record<StationKind, Text>> = {
  wok: { zh: '热炒档', en: 'Wok' },
  steam: { zh: '蒸炖档', en: 'Steam and stew' },
  cold: { zh: '凉菜间', en: 'Cold dishes' },
  noodle: { zh: '面点档', en: 'Noodles and pastry' },
  pack: { zh: '打包台', en: 'Packing' },
}

const PERIODS: readonly { readonly site: string; readonly period: SitePeriod }[] = readTable(PERIOD_ROWS, (row) => ({
  site: row.text(),
  period: {
    period: row.oneOf(MEAL_PERIODS),
    from: row.text(),
    to: row.text(),
    cutoff: readCutoff(row),
    portions: row.number(),
  },
}))

export const SITES: readonly Site[] = readTable(SITE_ROWS, (row) => {
  const key = row.text()
  const name = row.both()
  const kind = row.oneOf(SITE_KINDS)
  const operatorId = `op_${row.text()}`
  const districtId = `dst_${row.text()}`
  const [column = 0, blockRow = 0] = row.numbers()
  const portions = row.numbers()
  const city = cityOfDistrict(districtId)
  return {
    id: `site_${key}`,
    operatorId,
    kind,
    name,
    districtId,
    zone: city.zone,
    stations: STATION_KINDS.map((station, i) => ({
      id: `stn_${key}_${station}`,
      kind: station,
      name: STATION_NAMES[station],
      portions: portions[i] ?? 0,
    })),
    periods: PERIODS.filter(({ site }) => site === key).map(({ period }) => period),
    ...toPoint(city, inBlock(city, column, blockRow, 0.5, 0.5)),
  }
})

/** The site with an id. @throws when there is none. */
export function siteOf(id: string): Site {
  const found = SITES.find((site) => site.id === id)
  if (!found) throw new Error(`no site ${id}`)
  return found
}

function readCutoff(row: Row): CutoffRule {
  const [daysBefore = '0', at = ''] = row.words()
  return { daysBefore: Number(daysBefore), at }
}

/** A meal period by name, for tables of other files. */
export const periodNamed = (word: string): MealPeriod => member(MEAL_PERIODS, word)
