import { eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note as audit } from '../../platform/audit'
import { newId } from '../../platform/id'
import { tell } from '../../platform/realtime'
import { credits, discrepancies } from '../schema/matching'
import { told } from '../told'

export interface ResolveDiscrepancy {
  readonly discrepancyId: string
  /** `accept`: pay as invoiced; `credit`: not paid, the supplier is to correct it; `write_off`: bear what a transfer lost. */
  readonly action: 'accept' | 'credit' | 'write_off'
  readonly note: string
  readonly resolvedBy: string
}

const BECOMES = { accept: 'accepted', credit: 'credited', write_off: 'written_off' } as const

/**
 * Somebody decides what does not agree, once. A credit asked for stands among those the supplier owes until its note comes.
 * @throws Refusal `not_found`, `not_resolvable` when it is decided already or the action does not fit
 */
export const resolveDiscrepancy = (app: App, input: ResolveDiscrepancy): Promise<void> =>
  app.db.transaction(async (tx) => {
    const { discrepancyId, action, note, resolvedBy } = input
    const [found] = await tx.select().from(discrepancies).where(eq(discrepancies.id, discrepancyId)).for('update')
    if (!found) throw new Refusal('not_found')
    const ofTransfer = found.kind === 'transfer'
    if (found.status !== 'open' || ofTransfer !== (action === 'write_off')) throw new Refusal('not_resolvable')

    await tx
      .update(discrepancies)
      .set({ status: BECOMES[action], note, resolvedBy, resolvedAt: app.now() })
      .where(eq(discrepancies.id, discrepancyId))
    const { operatorId, supplierId, amountMinor, kind } = found
    if (action === 'credit' && supplierId)
      await tx.insert(credits).values({
        id: newId('crd'),
        operatorId,
        supplierId,
        cause: 'discrepancy',
        ref: discrepancyId,
        amountMinor,
        reason: note || kind,
        at: app.now(),
      })
    await audit(
      { ...app, db: tx },
      {
        operatorId,
        actorId: resolvedBy,
        action: 'procurement.resolve-discrepancy',
        subject: discrepancyId,
        detail: { action, amountMinor },
      },
    )
    await tell(tx, told('invoice', found))
  })
