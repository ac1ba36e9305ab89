import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tell } from '../../platform/realtime'
import { lots } from '../schema/stock'
import { told } from '../told'
import { lockLot, lockLots } from './take-from-lot'

export interface BlockLots {
  readonly lotId: string
  readonly reason: string
  /** Every lot of the tenant with the same supplier and code, at whatever site. */
  readonly everywhere: boolean
  readonly blockedBy: string
}

/** Keep lots from use: batches, transfers and plans pass them over. Answers which are newly blocked. */
export const blockLots = (app: App, { lotId, reason, everywhere, blockedBy }: BlockLots): Promise<string[]> =>
  app.db.transaction(async (tx) => {
    const [lot] = await tx.select().from(lots).where(eq(lots.id, lotId))
    if (!lot) throw new Refusal('not_found')
    const { operatorId, supplierId, code } = lot
    const alike = and(
      eq(lots.operatorId, operatorId),
      eq(lots.code, code),
      sql`${lots.supplierId} is not distinct from ${supplierId}`,
    )
    const meant = await tx
      .select({ id: lots.id })
      .from(lots)
      .where(everywhere ? alike : eq(lots.id, lotId))
    const ids = meant.map(({ id }) => id)
    await lockLots(tx, ids)
    const blocked = await tx
      .update(lots)
      .set({ blockedAt: app.now(), blockReason: reason })
      .where(and(inArray(lots.id, ids), isNull(lots.blockedAt)))
      .returning()
    for (const { id: subject } of blocked)
      await note(
        { ...app, db: tx },
        { operatorId, actorId: blockedBy, action: 'procurement.block-lot', subject, detail: { everywhere } },
      )
    await tell(
      tx,
      blocked.flatMap((each) => told('stock', each)),
    )
    return blocked.map(({ id }) => id).sort()
  })

/** Give a lot free again. @throws Refusal `not_found`, `conflict` when it is not blocked */
export const unblockLot = (app: App, { lotId, unblockedBy }: { lotId: string; unblockedBy: string }): Promise<void> =>
  app.db.transaction(async (tx) => {
    const lot = await lockLot(tx, lotId)
    if (!lot.blockedAt) throw new Refusal('conflict')
    await tx.update(lots).set({ blockedAt: null, blockReason: null }).where(eq(lots.id, lotId))
    await note(
      { ...app, db: tx },
      { operatorId: lot.operatorId, actorId: unblockedBy, action: 'procurement.unblock-lot', subject: lotId },
    )
    await tell(tx, told('stock', lot))
  })
