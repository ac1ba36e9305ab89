import { and, eq, isNull, lte } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { newId } from '../../platform/id'
import { batches } from '../schema/batches'
import { retainedSamples } from '../schema/safety'
import { policyOf } from './policy-of'

export type Sample = typeof retainedSamples.$inferSelect

export interface KeepSample {
  readonly siteId: string
  readonly menuDayId: string
  readonly dishId: string
  readonly grams: number
  readonly place: string
  readonly actorId: string
}

/**
 * Keeps a sample of a dish of a meal for as long as the policy asks; one a dish and meal.
 * @throws Refusal `not_found` (no such dish was cooked here), `sample_too_small`, `sample_taken`
 */
export const keepSample = (app: App, input: KeepSample): Promise<Sample> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const { siteId, menuDayId, dishId, grams, place, actorId } = input
    const cooked = and(eq(batches.siteId, siteId), eq(batches.menuDayId, menuDayId), eq(batches.dishId, dishId))
    const [batch] = await tx.select().from(batches).where(cooked).limit(1)
    if (!batch) throw new Refusal('not_found')
    const { limits } = await policyOf(within, siteId)
    if (grams < limits.sampleGrams) throw new Refusal('sample_too_small', { grams: limits.sampleGrams })
    const { operatorId, serviceDate, period, name } = batch
    const takenAt = app.now()
    const keepUntil = new Date(takenAt.getTime() + limits.sampleMinutes * 60_000)
    const meal = { operatorId, siteId, menuDayId, serviceDate, period, dishId, name }
    const row = { id: newId('smp'), ...meal, grams, place, takenAt, takenBy: actorId, keepUntil }
    const [sample] = await tx.insert(retainedSamples).values(row).onConflictDoNothing().returning()
    if (!sample) throw new Refusal('sample_taken')
    await note(within, { operatorId, actorId, action: 'kitchen.keep-sample', subject: sample.id, detail: { grams } })
    return sample
  })

/**
 * Throws a sample away, once its time is over; said again it stays as it is.
 * @throws Refusal `not_found`, `sample_kept`
 */
export const disposeSample = (
  app: App,
  { sampleId, actorId }: { readonly sampleId: string; readonly actorId: string },
): Promise<Sample> =>
  app.db.transaction(async (tx) => {
    const now = app.now()
    const own = eq(retainedSamples.id, sampleId)
    const due = and(own, isNull(retainedSamples.disposedAt), lte(retainedSamples.keepUntil, now))
    const [gone] = await tx.update(retainedSamples).set({ disposedAt: now, disposedBy: actorId }).where(due).returning()
    if (gone) {
      const { operatorId } = gone
      await note({ ...app, db: tx }, { operatorId, actorId, action: 'kitchen.dispose-sample', subject: sampleId })
      return gone
    }
    const [sample] = await tx.select().from(retainedSamples).where(own)
    if (!sample) throw new Refusal('not_found')
    if (!sample.disposedAt) throw new Refusal('sample_kept', { until: sample.keepUntil.toISOString() })
    return sample
  })
