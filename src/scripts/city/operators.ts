import type { Text } from '../../kernel/text'

/** A tenant: it owns kitchens, dishes, suppliers and orders, and sees nobody else's. */
export interface Operator {
  readonly id: string
  readonly name: Text
  readonly kind: 'group' | 'acquired'
  /** Short form for ids of what belongs to it; empty for the group. */
  readonly mark: string
}

export const GROUP: Operator = {
  id: 'op_suiqiao',
  name: { zh: '穗桥邻里餐饮集团', en: 'Suiqiao Neighbourhood Catering Group' },
  kind: 'group',
  mark: '',
}

export const ACQUIRED: Operator = {
  id: 'op_huaideng',
  name: { zh: '槐灯团膳', en: 'Huaideng Catering' },
  kind: 'acquired',
  mark: 'hd_',
}

export const OPERATORS: readonly Operator[] = [GROUP, ACQUIRED]

/** The operator with an id. @throws when there is none. */
export function operatorOf(id: string): Operator {
  const found = OPERATORS.find((operator) => operator.id === id)
  if (!found) throw new Error(`no operator ${id}`)
  return found
}
