import type { Text } from '../../kernel/text'
import type { DishCategory } from './dishes/dish'

/** A shelf the demo adds to those every shop has; its handle is the category of what lies on it. */
export interface Category {
  readonly handle: string
  readonly name: Text
  /** The shelf it is part of. */
  readonly parent: string
}

const MEALS: Readonly<Record<DishCategory, Text>> = {
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
}

export const CATEGORIES: readonly Category[] = [
  ...Object.entries(MEALS).map(([handle, name]) => ({ handle, name, parent: 'community_meals' })),
  { handle: 'care', name: { zh: '康养服务', en: 'Health and care' }, parent: 'live' },
]
