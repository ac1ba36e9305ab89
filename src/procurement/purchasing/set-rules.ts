import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import type { Rules } from '../domain/rules'
import { purchasingRules } from '../schema/purchasing'
import { rulesOf } from './read-rules'

export interface SetRules {
  readonly operatorId: string
  readonly rules: Rules
  readonly setBy: string
}

/** A tenant decides its limits and tolerances; what was decided before is noted. */
export const setRules = (app: App, { operatorId, rules, setBy }: SetRules): Promise<void> =>
  app.db.transaction(async (tx) => {
    const before = await rulesOf(tx, operatorId)
    await tx
      .insert(purchasingRules)
      .values({ operatorId, ...rules })
      .onConflictDoUpdate({ target: purchasingRules.operatorId, set: rules })
    await note(
      { ...app, db: tx },
      {
        operatorId,
        actorId: setBy,
        action: 'procurement.set-rules',
        subject: operatorId,
        detail: { before, after: rules },
      },
    )
  })
