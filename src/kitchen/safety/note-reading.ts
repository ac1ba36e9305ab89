import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { newId } from '../../platform/id'
import { isReadable, isWithin, type Place } from '../domain/safety/within'
import { readings } from '../schema/safety'
import { policyOf } from './policy-of'

export interface NoteReading {
  readonly operatorId: string
  readonly siteId: string
  readonly batchId?: string | undefined
  readonly place: Place
  /** Tenths of a degree Celsius. */
  readonly tenths: number
  readonly source: 'hand' | 'sensor'
  /** When it was measured; now when left out. */
  readonly at?: Date | undefined
  readonly actorId: string
}

/** A sensor's clock may be this far ahead of ours. */
const AHEAD_MS = 2 * 60_000
/** What was kept without a network is sent later, but not a day later. */
const BEHIND_MS = 86_400_000

/**
 * Notes a temperature, read by hand or sent by a sensor, and says whether it is as it should be.
 * @throws Refusal `temperature_impossible`, `clock_is_wrong`, `batch_needed` (of food it must be said of which)
 */
export async function noteReading(app: App, input: NoteReading): Promise<typeof readings.$inferSelect> {
  const { operatorId, siteId, batchId = null, place, tenths, source, actorId } = input
  const at = input.at ?? app.now()
  requirePlausible(app.now(), { tenths, at })
  if ((place === 'food') !== (batchId !== null)) throw new Refusal('batch_needed')
  const { limits } = await policyOf(app, siteId)
  const verdict = isWithin(place, tenths, limits) ? ('within' as const) : ('outside' as const)
  const row = { operatorId, siteId, batchId, place, tenths, source, actorId, at, verdict, id: newId('rdg') }
  await app.db.insert(readings).values(row)
  return row
}

/**
 * Passes what a thermometer can show at about this time.
 * @throws Refusal `temperature_impossible`, `clock_is_wrong`
 */
export function requirePlausible(now: Date, { tenths, at }: { readonly tenths: number; readonly at: Date }): void {
  const behind = now.getTime() - at.getTime()
  if (!isReadable(tenths)) throw new Refusal('temperature_impossible')
  if (behind < -AHEAD_MS || behind > BEHIND_MS) throw new Refusal('clock_is_wrong')
}
