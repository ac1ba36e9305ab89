import type { Text } from '../../kernel/text'
import { DISH_CATEGORIES, type DishCategory } from './dishes/dish'
import { PRODUCT_CATEGORIES, type ProductCategory } from './products'

/** A shelf of the shop; its handle is the category of its dishes and products. */
export interface Category {
  readonly handle: DishCategory | ProductCategory
  readonly name: Text
}

const NAMES: Readonly<Record<DishCategory | ProductCategory, Text>> = {
  rice_bowl: { zh: '盖饭', en: 'Rice bowls' },
  stir_fry: { zh: '小炒', en: 'Stir-fries' },
  braise: { zh: '炖烧', en: 'Braises' },
  steamed: { zh: '蒸菜', en: 'Steamed dishes' },
  greens: { zh: '时蔬', en: 'Vegetables' },
  cold: { zh: '凉菜', en: 'Cold dishes' },
  noodles: { zh: '面点', en: 'Noodles and pastry' },
  soup: { zh: '汤羹', en: 'Soups' },
  breakfast: { zh: '早餐', en: 'Breakfast' },
  sweet: { zh: '甜品', en: 'Sweets' },
  staple: { zh: '主食', en: 'Rice' },
  coffee: { zh: '咖啡茶饮', en: 'Coffee and tea' },
  produce: { zh: '农产品', en: 'Farm produce' },
  care: { zh: '康养服务', en: 'Health and care' },
  home: { zh: '到家服务', en: 'Home services' },
  stay: { zh: '住宿', en: 'Stays' },
  travel: { zh: '出游', en: 'Travel' },
  leisure: { zh: '文体', en: 'Leisure' },
  card: { zh: '储值卡', en: 'Cards' },
}

export const CATEGORIES: readonly Category[] = [...DISH_CATEGORIES, ...PRODUCT_CATEGORIES].map((handle) => ({
  handle,
  name: NAMES[handle],
}))
