import type { BOOKING_KINDS } from '../../../booking/schema/bookings'
import type { Section } from '../../../booking/schema/offerings'
import { readRecords } from '../table'

type Kind = (typeof BOOKING_KINDS)[number]

const KINDS = ['service_slot', 'hotel_night', 'travel_departure', 'ticket', 'produce', 'made_to_order'] as const
const SECTIONS = ['eat', 'live', 'move', 'tour', 'shop', 'learn'] as const

/** Two lines each: key | 中文 | English | section | kind | provider | price in fen, then one line about it. */
const ROWS = `
latte | 现做拿铁 | Caffè latte | eat | made_to_order | xiangkou | 1900
  选好时间，到店就取 | Choose a time and pick it up
americano | 美式咖啡 | Americano | eat | made_to_order | xiangkou | 1500
  双份浓缩，热或冰 | Two shots, hot or iced
rehab | 康复推拿 45 分钟 | Rehabilitation massage, 45 min | live | service_slot | wuli | 16800
  持证康复师，独立诊室 | A certified therapist and a room of your own
health | 社区健康测量 | Health check | live | service_slot | wuli | 0
  血压血糖，十分钟 | Blood pressure and glucose, ten minutes
haircut | 上门理发 | Haircut at home | live | service_slot | anju | 4800
  行动不便的长者优先 | Those who cannot go out come first
cleaning | 厨房深度清洁 | Deep kitchen clean | live | service_slot | anju | 26800
  油烟机拆洗，三小时 | Extractor taken apart; three hours
inn | 澜岸客栈 | River Inn | live | hotel_night | inn | 32800
  推窗见河，含早餐 | The river at the window; breakfast included
shuttle | 就医专线班车 | Hospital shuttle | move | ticket | manxing | 600
  北门上车，医院门口下 | From the north gate to the hospital door
weir | 渡禾古堰一日游 | Day at the old weir of Duhe | tour | travel_departure | manxing | 16800
  慢行程，全程无台阶 | An easy day without stairs
tea | 茶山两日 | Tea hills weekend | tour | travel_departure | manxing | 69800
  采茶、制茶、住山里 | Pick, roast and stay in the hills
swim | 游泳馆次票 | Pool, single entry | tour | ticket | pool | 3500
  两小时，含柜子 | Two hours, locker included
mandarins | 坡上蜜橘 | Poshang mandarins | shop | produce | poshang | 1280
  按公斤预订，现摘现称 | Ordered by the kilo, picked and weighed fresh
greens | 时令青菜 | Greens in season | shop | produce | poshang | 960
  清早采，傍晚到菜站 | Cut at dawn, at the stall by evening
groupbuy | 团购土鸡蛋 30 枚 | Group buy: 30 farm eggs | shop | produce | poshang | 3600
  满 20 份成团，不成团全退 | From 20 boxes on; else everybody gets everything back
opera | 社区戏台戏票 | Neighbourhood opera | learn | ticket | stage | 2000
  周六下午，地方戏 | Local opera on Saturday afternoons
calligraphy | 长者书法课 | Calligraphy for elders | learn | ticket | stage | 3000
  零基础，笔墨都备好 | From the first stroke; brush and ink are there
`

export interface DemoOffering {
  readonly key: string
  readonly id: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly about: { readonly zh: string; readonly en: string }
  readonly section: Section
  readonly kind: Kind
  readonly providerId: string
  readonly priceMinor: number
}

/** What can be booked in the demo city, in the order of the shop. */
export const OFFERINGS: readonly DemoOffering[] = readRecords(ROWS, 2, (row) => {
  const key = row.text()
  const name = row.both()
  const section = row.oneOf(SECTIONS)
  const kind = row.oneOf(KINDS)
  const providerId = `pvd_${row.text()}`
  return { key, id: `off_${key}`, name, section, kind, providerId, priceMinor: row.number(), about: row.both() }
})
