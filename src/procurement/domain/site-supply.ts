import type { ServiceDate } from '../../kernel/time'
import { daysBetween } from './delivery-calendar'
import type { Stocked } from './plan-ingredient'

/** Goods a site has or will have, in days from today. */
export interface SiteSupply extends Stocked {
  readonly kind: 'lot' | 'order' | 'transfer'
}

/** A lot on the shelf: it may be used on its expiry day, not after. */
export const shelfLot = (today: ServiceDate, expiresOn: ServiceDate, quantity: number): SiteSupply => ({
  kind: 'lot',
  proposed: false,
  quantity,
  from: 0,
  lastDay: daysBetween(today, expiresOn),
})

export interface Arrival {
  readonly on: ServiceDate
  readonly expiresOn: ServiceDate
  readonly quantity: number
  /** Nobody has approved it yet. */
  readonly proposed: boolean
}

/** Goods still to come; what should have come before counts as coming today. */
export function arrival(
  kind: 'order' | 'transfer',
  today: ServiceDate,
  { on, expiresOn, quantity, proposed }: Arrival,
): SiteSupply {
  return { kind, proposed, quantity, from: Math.max(0, daysBetween(today, on)), lastDay: daysBetween(today, expiresOn) }
}
