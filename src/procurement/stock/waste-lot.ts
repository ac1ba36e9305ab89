import type { App } from '../../platform/app'
import { note as audit } from '../../platform/audit'
import { newId } from '../../platform/id'
import { tell } from '../../platform/realtime'
import { type WASTE_REASONS, wastes } from '../schema/stock'
import { told } from '../told'
import { costOf, lockLot, takeFromLot } from './take-from-lot'

export interface WasteLot {
  readonly lotId: string
  /** Base units. */
  readonly quantity: number
  readonly reason: (typeof WASTE_REASONS)[number]
  readonly note: string
  readonly wastedBy: string
}

/** Write off some or all of a lot, with the reason and what it had cost. @throws Refusal `not_found`, `insufficient_stock` */
export const wasteLot = (app: App, { lotId, quantity, reason, note, wastedBy }: WasteLot): Promise<void> =>
  app.db.transaction(async (tx) => {
    const lot = await lockLot(tx, lotId)
    const { operatorId, siteId } = lot
    const id = newId('wst')
    await takeFromLot(app, tx, lot, { quantity, reason: 'waste', ref: id })
    const costMinor = costOf(quantity, lot)
    await tx
      .insert(wastes)
      .values({ id, operatorId, siteId, lotId, quantity, costMinor, reason, note, by: wastedBy, at: app.now() })
    await audit(
      { ...app, db: tx },
      {
        operatorId,
        actorId: wastedBy,
        action: 'procurement.waste',
        subject: lotId,
        detail: { quantity, reason, costMinor },
      },
    )
    await tell(tx, told('stock', lot))
  })
