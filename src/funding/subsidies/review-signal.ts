import type { App } from '../../platform/app'
import { note as noteDeed } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { Refusal } from '../../kernel/refusal'
import type { ServiceDate } from '../../kernel/time'
import { type SIGNAL_OUTCOMES, signalReviews } from '../schema/signals'
import { listSignals } from './list-signals'

export interface ReviewSignal {
  readonly operatorId: string
  readonly signal: string
  readonly serviceDate: ServiceDate
  readonly outcome: (typeof SIGNAL_OUTCOMES)[number]
  readonly note: string
  readonly by: string
}

/** Keeps who looked at a signal and what came of it; looking again replaces it, the audit keeps both. @throws Refusal `not_found`. */
export const reviewSignal = (app: App, input: ReviewSignal): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const { operatorId, signal, serviceDate, outcome, note, by } = input
    const day = await listSignals(within, { operatorId, from: serviceDate, to: serviceDate })
    if (!day.some((one) => one.signal === signal)) throw new Refusal('not_found')
    const review = { outcome, note, by, at: app.now() }
    await tx
      .insert(signalReviews)
      .values({ operatorId, signal, ...review })
      .onConflictDoUpdate({ target: [signalReviews.operatorId, signalReviews.signal], set: review })
    const entry = { operatorId, actorId: by, action: 'funding.review-signal', subject: signal }
    await noteDeed(within, { ...entry, detail: { outcome } })
  })
