import { and, eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { tolerances } from '../schema/papers'
import { supplyTerms } from '../schema/supply'

export interface SetTolerance {
  readonly supplierId: string
  readonly ingredientId: string
  /** Hundredths of a percent over the order. */
  readonly overDeliveryBps: number
  readonly setBy: string
}

/** How much more than ordered is taken of one item. @throws Refusal `not_sold_by_supplier` */
export const setTolerance = (
  app: App,
  { supplierId, ingredientId, overDeliveryBps, setBy }: SetTolerance,
): Promise<void> =>
  app.db.transaction(async (tx) => {
    const [terms] = await tx
      .select({ operatorId: supplyTerms.operatorId })
      .from(supplyTerms)
      .where(and(eq(supplyTerms.supplierId, supplierId), eq(supplyTerms.ingredientId, ingredientId)))
    if (!terms) throw new Refusal('not_sold_by_supplier')
    const { operatorId } = terms
    await tx
      .insert(tolerances)
      .values({ supplierId, ingredientId, operatorId, overDeliveryBps })
      .onConflictDoUpdate({ target: [tolerances.supplierId, tolerances.ingredientId], set: { overDeliveryBps } })
    await note(
      { ...app, db: tx },
      {
        operatorId,
        actorId: setBy,
        action: 'procurement.set-tolerance',
        subject: supplierId,
        detail: { ingredientId, overDeliveryBps },
      },
    )
  })
