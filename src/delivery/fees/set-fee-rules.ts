import { eq } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { newId } from '../../platform/id'
import { insertAll } from '../../platform/insert-all'
import type { FeeRule } from '../domain/fee'
import { feeRules } from '../schema/fees'

export interface SetFeeRules {
  readonly operatorId: string
  readonly actorId: string
  /** All rules from now on; none brings back what the points ask. */
  readonly rules: readonly Omit<FeeRule, 'id'>[]
}

/** Replaces an operator's rules as a whole: nobody is ever charged by half of a new price list. */
export const setFeeRules = (app: App, { operatorId, actorId, rules }: SetFeeRules): Promise<void> =>
  app.db.transaction(async (tx) => {
    await tx.delete(feeRules).where(eq(feeRules.operatorId, operatorId))
    const setAt = app.now()
    await insertAll(
      tx,
      feeRules,
      rules.map((rule) => ({ ...rule, id: newId('fee'), operatorId, setAt })),
    )
    const detail = { rules: rules.length }
    await note({ ...app, db: tx }, { operatorId, actorId, action: 'delivery.fee-rules', subject: operatorId, detail })
  })
