import type { GroupDelivery } from '../../api/store'

/** What there is to say of a delivery. */
export type DeliveryWord = 'late' | 'onTheWay' | 'held' | 'stored'

/** What a customer should know of a delivery now; null when the timeline says it all. */
export function noteOf({ status, late, eta, runStatus }: GroupDelivery): DeliveryWord | null {
  if (status === 'stored' || status === 'held') return status
  if (status !== 'waiting' || eta === null) return null
  if (late) return 'late'
  return runStatus === 'on_the_way' ? 'onTheWay' : null
}
