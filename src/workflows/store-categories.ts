import type { Text } from '../kernel/text'

export interface Category {
  readonly handle: string
  readonly name: Text
  readonly parent?: string | undefined
}

/** What a neighbourhood sells, as the shop's six doors and the kinds behind each. */
export const STORE_CATEGORIES: readonly Category[] = [
  { handle: 'eat', name: { zh: '吃', en: 'Eat' } },
  { handle: 'group_meals', name: { zh: '团餐', en: 'Group meals' }, parent: 'eat' },
  { handle: 'canteen_dishes', name: { zh: '食堂菜品', en: 'Canteen dishes' }, parent: 'eat' },
  { handle: 'community_meals', name: { zh: '社餐', en: 'Community meals' }, parent: 'eat' },
  { handle: 'senior_meals', name: { zh: '长者餐', en: 'Senior meals' }, parent: 'eat' },
  { handle: 'coffee', name: { zh: '咖啡茶饮', en: 'Coffee and tea' }, parent: 'eat' },
  { handle: 'live', name: { zh: '住', en: 'Live' } },
  { handle: 'home_services', name: { zh: '到家服务', en: 'Services at home' }, parent: 'live' },
  { handle: 'lodging', name: { zh: '住宿', en: 'Lodging' }, parent: 'live' },
  { handle: 'move', name: { zh: '行', en: 'Move' } },
  { handle: 'transport', name: { zh: '出行', en: 'Transport' }, parent: 'move' },
  { handle: 'tour', name: { zh: '游', en: 'Tour' } },
  { handle: 'travel', name: { zh: '旅行', en: 'Travel' }, parent: 'tour' },
  { handle: 'tickets', name: { zh: '门票', en: 'Tickets' }, parent: 'tour' },
  { handle: 'shop', name: { zh: '购', en: 'Shop' } },
  { handle: 'produce', name: { zh: '农产品', en: 'Produce' }, parent: 'shop' },
  { handle: 'goods', name: { zh: '日用百货', en: 'Everyday goods' }, parent: 'shop' },
  { handle: 'learn', name: { zh: '学', en: 'Learn' } },
  { handle: 'courses', name: { zh: '课程', en: 'Courses' }, parent: 'learn' },
]
