import { Refusal } from '../../kernel/refusal'
import { dateIn } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { newId } from '../../platform/id'
import type { CheckAnswer, Rhythm } from '../domain/safety/rules'
import { dueOn, requireComplete } from '../domain/safety/self-check'
import { selfChecks } from '../schema/safety'
import { policyOf } from './policy-of'

export type SelfCheck = typeof selfChecks.$inferSelect

export interface SignCheck {
  readonly operatorId: string
  readonly siteId: string
  readonly zone: string
  readonly rhythm: Rhythm
  readonly answers: readonly CheckAnswer[]
  /** The name somebody signs with. */
  readonly signature: string
  readonly actorId: string
}

/**
 * Signs the self-check of this day, week or month, once; the database lets nobody change it afterwards.
 * @throws Refusal `check_incomplete`, `corrective_action_missing`, `check_signed`
 */
export const signCheck = (app: App, input: SignCheck): Promise<SelfCheck> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const { operatorId, siteId, zone, rhythm, answers, signature, actorId } = input
    const { checklists } = await policyOf(within, siteId)
    requireComplete(checklists[rhythm], answers)
    const signedAt = app.now()
    const due = dueOn(rhythm, dateIn(zone, signedAt))
    const row = {
      id: newId('chk'),
      operatorId,
      siteId,
      rhythm,
      dueOn: due,
      answers,
      signedAt,
      signedBy: actorId,
      signature,
    }
    const [signed] = await tx.insert(selfChecks).values(row).onConflictDoNothing().returning()
    if (!signed) throw new Refusal('check_signed')
    const failed = answers.filter(({ ok }) => !ok).map(({ code }) => code)
    await note(within, {
      operatorId,
      actorId,
      action: 'kitchen.sign-check',
      subject: signed.id,
      detail: { rhythm, failed },
    })
    return signed
  })
