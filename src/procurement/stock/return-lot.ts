import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { newId } from '../../platform/id'
import { tell } from '../../platform/realtime'
import { credits } from '../schema/matching'
import { told } from '../told'
import { costOf, lockLot, takeFromLot } from './take-from-lot'

export interface ReturnLot {
  readonly lotId: string
  /** Base units. */
  readonly quantity: number
  readonly reason: string
  readonly returnedBy: string
}

/**
 * Send some or all of a lot back: it leaves stock, and its supplier owes a credit at the price it was bought for.
 * @throws Refusal `not_found`, `insufficient_stock`, `not_resolvable` for a lot of no supplier
 */
export const returnLot = (app: App, { lotId, quantity, reason, returnedBy }: ReturnLot): Promise<void> =>
  app.db.transaction(async (tx) => {
    const lot = await lockLot(tx, lotId)
    const { operatorId, supplierId } = lot
    if (!supplierId) throw new Refusal('not_resolvable')
    const id = newId('crd')
    await takeFromLot(app, tx, lot, { quantity, reason: 'return', ref: id })
    const amountMinor = costOf(quantity, lot)
    await tx
      .insert(credits)
      .values({ id, operatorId, supplierId, cause: 'return', ref: id, amountMinor, reason, at: app.now() })
    await note(
      { ...app, db: tx },
      {
        operatorId,
        actorId: returnedBy,
        action: 'procurement.return',
        subject: lotId,
        detail: { quantity, amountMinor },
      },
    )
    await tell(tx, told('stock', lot))
  })
