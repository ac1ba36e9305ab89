import type { App } from '../platform/app'
import { capacityPools, slots } from './schema/slots'

export interface OpenSlot {
  readonly menuDayId: string
  readonly operatorId: string
  readonly siteId: string
  readonly serviceDate: string
  readonly period: 'breakfast' | 'lunch' | 'tea' | 'dinner' | 'night'
  readonly zone: string
  readonly cutoffAt: string
  readonly servesFrom: string
  readonly servesTo: string
  readonly offers: readonly { readonly offerId: string; readonly portions: number }[]
}

/** Opens a published menu day for orders, with a pool of portions per offer. Opening it again changes nothing. */
export const openSlot = (app: App, { offers, cutoffAt, servesFrom, servesTo, ...slot }: OpenSlot): Promise<void> =>
  app.db.transaction(async (tx) => {
    const instants = { cutoffAt: new Date(cutoffAt), servesFrom: new Date(servesFrom), servesTo: new Date(servesTo) }
    await tx
      .insert(slots)
      .values({ ...slot, ...instants })
      .onConflictDoNothing()
    const pools = offers.map(({ offerId, portions }) => ({ offerId, menuDayId: slot.menuDayId, capacity: portions }))
    if (pools.length > 0) await tx.insert(capacityPools).values(pools).onConflictDoNothing()
  })
