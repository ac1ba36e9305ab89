import type { OrderLine } from '../../../api/procurement'

/** What a plan found missing, in base units: the same sum the plan made. */
export const missingOf = ({ need, safety, onHand, expiring, onOrder }: OrderLine['reason']): number =>
  Math.max(0, need + safety - (onHand - expiring) - onOrder)
