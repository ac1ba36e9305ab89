import { ApiError } from '../api/problem'
import type { Text } from '../i18n/locale'

/** Things to show the parts with: long and short, none and very many. */
export const SAMPLES = {
  dish: { zh: '番茄牛腩饭', en: 'Beef brisket and tomato rice' },
  long: {
    zh: '秘制二十四小时低温慢炖澳洲谷饲牛腩配当日农场直采时令鲜蔬与五谷杂粮饭套餐（含例汤一份）',
    en: 'House-style brisket stewed for twenty-four hours with vegetables picked this morning, five-grain rice and the soup of the day',
  },
} satisfies Record<string, Text>

export const REFUSAL = new ApiError({
  code: 'sold_out',
  message: '',
  requestId: '5e0c7a1e-9f1b-4c55-8f4e-0b1b7a7c2d11',
  params: {},
  fields: [],
  status: 409,
})

export const OFFLINE = new ApiError({ code: 'offline', message: '', requestId: '', params: {}, fields: [], status: 0 })

export interface Row {
  readonly id: string
  readonly name: Text
  readonly days: number
  readonly amountMinor: number
}

const NAMES: readonly Text[] = [
  { zh: '东北大米 25 kg', en: 'Rice, 25 kg' },
  { zh: '菜籽油 5 L×4', en: 'Rapeseed oil, 4 × 5 L' },
  { zh: '去骨鸡腿 10 kg', en: 'Chicken thigh, 10 kg' },
  { zh: '鲈鱼 鲜 500 g', en: 'Sea bass, fresh, 500 g' },
]

/** `n` rows that are the same on every machine. */
export const rowsOf = (n: number): Row[] =>
  Array.from({ length: n }, (_, i) => ({
    id: `RP-${2400 + i}`,
    name: NAMES[i % NAMES.length] ?? { zh: '', en: '' },
    days: ((i * 7) % 40) / 10 + 0.6,
    amountMinor: 12_000 + ((i * 35_711) % 2_400_000),
  }))
