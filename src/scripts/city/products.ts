import type { Text } from '../../kernel/text'
import { GROUP } from './operators'
import { readRecords } from './table'

/** What is sold besides cooked meals, by how it is fulfilled. */
export const PRODUCT_KINDS = [
  'made_to_order',
  'produce',
  'service_slot',
  'hotel_night',
  'travel_departure',
  'ticket',
  'stored_value',
] as const
export type ProductKind = (typeof PRODUCT_KINDS)[number]

/** Shelves of the shop, by handle. */
export const PRODUCT_CATEGORIES = [
  'coffee',
  'produce',
  'care',
  'home_services',
  'lodging',
  'travel',
  'tickets',
  'goods',
] as const
export type ProductCategory = (typeof PRODUCT_CATEGORIES)[number]

export interface Product {
  readonly id: string
  readonly operatorId: string
  readonly kind: ProductKind
  readonly name: Text
  readonly description: Text
  readonly category: ProductCategory
  readonly priceMinor: number
  /** Tax inside the price, in basis points. */
  readonly taxBps: number
}

/** Farm produce 9%, a card's value none, everything else 6%. */
const TAX: Partial<Record<ProductKind, number>> = { produce: 900, stored_value: 0 }
const USUAL_TAX = 600

/** Two lines each: key | 中文 | English | kind | category | price in fen, then one line about it in Chinese | English. */
const ROWS = `
americano | 美式咖啡 | Americano | made_to_order | coffee | 1500
  双份浓缩，热或冰 | Two shots, hot or iced
latte | 拿铁 | Caffè latte | made_to_order | coffee | 1900
  鲜奶打发，可换燕麦奶 | Fresh milk, or oat milk if you ask
osmanthus_latte | 桂花拿铁 | Osmanthus latte | made_to_order | coffee | 2200
  秋天的味道 | Tastes of autumn
jasmine_milk_tea | 茉莉奶茶 | Jasmine milk tea | made_to_order | coffee | 1600
  现泡茶底，糖度自选 | Brewed to order, as sweet as you like
lemon_tea | 手打柠檬茶 | Pounded lemon tea | made_to_order | coffee | 1500
  一杯一颗柠檬 | One lemon a cup
mandarins | 蜜橘 2.5 kg | Mandarins 2.5 kg | produce | produce | 3200
  坡上农社现摘 | Picked to order at the Poshang co-op
new_rice | 新米 5 kg | New rice 5 kg | produce | produce | 5900
  今年新谷，下单再碾 | This year's crop, milled after you order
farm_eggs | 散养鸡蛋 30 枚 | Free-range eggs, 30 | produce | produce | 4500
  隔日捡，次日到 | Collected one day, here the next
greens_box | 一周蔬菜箱 | Week of vegetables | produce | produce | 6800
  六样时令菜，约 5 kg | Six vegetables in season, about 5 kg
sweet_potatoes | 蜜薯 3 kg | Honey sweet potatoes 3 kg | produce | produce | 2600
  沙地种，烤着最甜 | Grown in sand; sweetest roasted
pork_box | 土猪分切 2 kg | Pasture pork cuts 2 kg | produce | produce | 13800
  前腿、五花、肋排各一份 | Shoulder, belly and ribs
foot_care | 上门修脚 | Foot care at home | service_slot | care | 8800
  持证技师，工具一客一换 | Certified, with fresh tools for every visit
blood_pressure | 社区健康测量 | Health check at the community room | service_slot | care | 0
  血压血糖，十分钟 | Blood pressure and glucose, ten minutes
rehab_massage | 康复推拿 45 分钟 | Rehabilitation massage, 45 min | service_slot | care | 16800
  坞里康养室 | At the Wuli care room
deep_clean | 厨房深度清洁 | Deep kitchen clean | service_slot | home_services | 26800
  油烟机拆洗，三小时 | Extractor taken apart; three hours
appliance_repair | 家电检修 | Appliance repair visit | service_slot | home_services | 5000
  上门检查，修好再谈 | Looked at first, priced before it is repaired
haircut_home | 上门理发 | Haircut at home | service_slot | care | 4800
  行动不便的长者优先 | Those who cannot go out come first
river_inn_twin | 澜岸客栈双床房 | River Inn twin room | hotel_night | lodging | 32800
  推窗见河，含双早 | The river at the window; two breakfasts
river_inn_family | 澜岸客栈家庭房 | River Inn family room | hotel_night | lodging | 45800
  一大一小两张床 | One large and one small bed
hill_lodge | 坡上农舍 | Poshang farm lodge | hotel_night | lodging | 26800
  住一晚，摘一筐橘子 | Sleep a night, pick a basket of mandarins
lake_day | 渡禾古堰一日游 | Day at the old weir of Duhe | travel_departure | travel | 16800
  慢行程，全程无台阶 | An easy day without stairs
tea_weekend | 茶山两日 | Tea hills weekend | travel_departure | travel | 69800
  采茶、制茶、住山里 | Pick, roast and stay in the hills
swim_ticket | 栖澜游泳馆次票 | Qilan pool, single entry | ticket | tickets | 3500
  两小时，含柜子 | Two hours, locker included
opera_ticket | 社区戏台戏票 | Neighbourhood opera ticket | ticket | tickets | 2000
  周六下午，地方戏 | Local opera on Saturday afternoons
meal_card | 邻里卡 500 | Neighbour card 500 | stored_value | goods | 50000
  食堂、外送通用 | For canteens and deliveries alike
`

/** About 25 products of every kind but meals, all of the group. */
export const PRODUCTS: readonly Product[] = readRecords(ROWS, 2, (row) => {
  const key = row.text()
  const name = row.both()
  const kind = row.oneOf(PRODUCT_KINDS)
  return {
    id: `prd_${key}`,
    operatorId: GROUP.id,
    name,
    kind,
    category: row.oneOf(PRODUCT_CATEGORIES),
    priceMinor: row.number(),
    taxBps: TAX[kind] ?? USUAL_TAX,
    description: row.both(),
  }
})
