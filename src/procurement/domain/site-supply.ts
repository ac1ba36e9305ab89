import type { ServiceDate } from '../../kernel/time'
import type { Supply } from '../engine/requirements/project-stock'
import { daysBetween } from './delivery-calendar'

/** Goods a site has or will have, in days from today. */
export interface SiteSupply extends Supply {
  readonly kind: 'lot' | 'order' | 'transfer'
}

/** A lot on the shelf: it may be used on its expiry day, not after. */
export const shelfLot = (today: ServiceDate, expiresOn: ServiceDate, quantity: number): SiteSupply => ({
  kind: 'lot',
  quantity,
  from: 0,
  lastDay: daysBetween(today, expiresOn),
})

/** Goods still to come; what should have come before counts as coming today. */
export function arrival(
  kind: 'order' | 'transfer',
  today: ServiceDate,
  { on, expiresOn, quantity }: { readonly on: ServiceDate; readonly expiresOn: ServiceDate; readonly quantity: number },
): SiteSupply {
  return { kind, quantity, from: Math.max(0, daysBetween(today, on)), lastDay: daysBetween(today, expiresOn) }
}
