import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { newId } from '../../platform/id'
import type { Befell } from '../domain/safety/batch-clock'
import { isReadable } from '../domain/safety/within'
import { batches } from '../schema/batches'
import { holdings } from '../schema/safety'
import { noteWaste } from '../waste/note-waste'
import { eq } from 'drizzle-orm'
import { clockOf, type ClockedBatch } from './clocks'
import { policyOf } from './policy-of'

export interface HoldBatch {
  readonly batchId: string
  readonly siteId: string
  readonly mode: Befell['mode']
  /** Core temperature in tenths of a degree Celsius; needed of what was reheated. */
  readonly tenths?: number | undefined
  readonly actorId: string
}

/**
 * Notes where a batch is kept, that it was reheated, or that it was thrown away (which is also noted as waste).
 * @throws Refusal `not_found`, `batch_not_cooked`, `batch_discarded`, `food_expired` (reheating what is past its use-by),
 *   `not_hot_enough`, `temperature_impossible`
 */
export const holdBatch = (app: App, input: HoldBatch): Promise<ClockedBatch> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const { batchId, siteId, mode, tenths, actorId } = input
    // two words about one batch take turns
    const [batch] = await tx.select().from(batches).where(eq(batches.id, batchId)).for('update')
    if (!batch) throw new Refusal('not_found')
    const clock = await clockOf(within, batchId)
    if (!clock) throw new Refusal('batch_not_cooked')
    if (clock.state === 'discarded') throw new Refusal('batch_discarded')
    if (mode === 'reheated') await requireHot(within, clock, tenths)

    const { operatorId } = batch
    const at = app.now()
    const row = { id: newId('hld'), operatorId, siteId, batchId, mode, tenths: tenths ?? null, at, actorId }
    await tx.insert(holdings).values(row)
    if (mode === 'discarded') {
      const { serviceDate, period, dishId, portions } = batch
      const thrown = { operatorId, siteId, serviceDate, period, dishId, portions, actorId }
      await noteWaste(within, { ...thrown, cause: 'too_old' })
    }
    await note(within, { operatorId, actorId, action: `kitchen.hold-${mode}`, subject: batchId })
    const after = await clockOf(within, batchId)
    if (!after) throw new Refusal('not_found')
    return after
  })

async function requireHot(app: App, { siteId, state, name }: ClockedBatch, tenths: number | undefined): Promise<void> {
  if (state === 'expired') throw new Refusal('food_expired', { dish: name })
  if (tenths !== undefined && !isReadable(tenths)) throw new Refusal('temperature_impossible')
  const { limits } = await policyOf(app, siteId)
  if (tenths === undefined || tenths < limits.cookCore)
    throw new Refusal('not_hot_enough', { celsius: limits.cookCore / 10 })
}
