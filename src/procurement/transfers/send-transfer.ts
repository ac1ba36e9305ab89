import { Refusal } from '../../kernel/refusal'
import { dateIn } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { newId } from '../../platform/id'
import { tell } from '../../platform/realtime'
import { nextNumber } from '../purchasing/next-number'
import { transferLines, transfers } from '../schema/transfers'
import { lockLots, takeFromLot } from '../stock/take-from-lot'
import { told } from '../told'

export interface SendTransfer {
  readonly operatorId: string
  readonly fromSiteId: string
  readonly toSiteId: string
  /** The clock on the wall of the site it leaves. */
  readonly zone: string
  /** Base units. */
  readonly lines: readonly { readonly lotId: string; readonly quantity: number }[]
  readonly sentBy: string
}

/**
 * Bring lots of one site to another. They leave the shelf now and are on it there when somebody receives them.
 * @throws Refusal `same_site`, `not_found`, `lot_blocked`, `insufficient_stock`
 */
export const sendTransfer = (app: App, input: SendTransfer): Promise<{ transferId: string }> =>
  app.db.transaction(async (tx) => {
    const { operatorId, fromSiteId, toSiteId, zone, sentBy } = input
    if (fromSiteId === toSiteId) throw new Refusal('same_site')
    const id = newId('trf')
    const number = await nextNumber(tx, operatorId, dateIn(zone, app.now()), 'TR')
    const sent = { id, number, operatorId, fromSiteId, toSiteId, sentBy, sentAt: app.now() }
    await tx.insert(transfers).values({ ...sent, status: 'under_way' })

    // a lot named twice is one line
    const wanted = new Map<string, number>()
    for (const { lotId, quantity } of input.lines) wanted.set(lotId, (wanted.get(lotId) ?? 0) + quantity)
    const held = await lockLots(tx, [...wanted.keys()])
    for (const [lotId, quantity] of wanted) {
      const lot = held.get(lotId)
      if (lot?.siteId !== fromSiteId || lot.operatorId !== operatorId) throw new Refusal('not_found')
      if (lot.blockedAt) throw new Refusal('lot_blocked')
      const lineId = newId('trl')
      await takeFromLot(app, tx, lot, { quantity, reason: 'transfer_out', ref: lineId })
      const { ingredientId } = lot
      await tx.insert(transferLines).values({ id: lineId, transferId: id, lotId, ingredientId, sent: quantity })
    }
    await note(
      { ...app, db: tx },
      { operatorId, actorId: sentBy, action: 'procurement.send-transfer', subject: id, detail: { lots: wanted.size } },
    )
    await tell(tx, [
      ...told('transfer', { operatorId, id, siteId: fromSiteId }),
      ...told('transfer', { operatorId, id, siteId: toSiteId }),
    ])
    return { transferId: id }
  })
