import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { countLines } from '../schema/counting'
import { lockLot } from '../stock/take-from-lot'
import { lockCount } from './lock-count'

export interface CountLine {
  readonly countId: string
  readonly lineId: string
  /** Base units. */
  readonly quantity: number
  readonly countedBy: string
}

/**
 * Put down what was counted of one lot. What the books say at this moment is kept beside it, unseen, so that batches may
 * cook on. In a recount only what must be counted again may be touched.
 * @throws Refusal `not_found`, `count_not_open`
 */
export const countLine = (app: App, { countId, lineId, quantity, countedBy }: CountLine): Promise<void> =>
  app.db.transaction(async (tx) => {
    const count = await lockCount(tx, countId)
    const [line] = await tx
      .select()
      .from(countLines)
      .where(and(eq(countLines.id, lineId), eq(countLines.countId, countId)))
    if (!line) throw new Refusal('not_found')
    if (count.status === 'recount' && !line.again) throw new Refusal('count_not_open')
    const lot = await lockLot(tx, line.lotId)
    await tx.update(countLines).set({ counted: quantity, expected: lot.quantity }).where(eq(countLines.id, lineId))
    await note(
      { ...app, db: tx },
      {
        operatorId: count.operatorId,
        actorId: countedBy,
        action: 'procurement.count-line',
        subject: countId,
        detail: { lineId, quantity },
      },
    )
  })
