import type { CookedBatch, CoreReading } from './batch-clock'
import type { Limits } from './rules'

/** How far a batch that went into the cold is on its way down. */
export interface Cooling {
  /** `overdue`: nobody measured it in time; `failed`: it was measured, and was too warm. */
  readonly state: 'under_way' | 'overdue' | 'failed' | 'done'
  /** So cold, in tenths of a degree, at this instant at the latest: the step it is at, or failed at. */
  readonly to: number
  readonly by: Date
  /** Since when it was cold all through, or known to be too warm. */
  readonly decidedAt: Date | undefined
}

/**
 * The steps of cooling a batch, from when it first went into the cold after the heat; a move between two cold places does
 * not begin them anew, reheating does. A reading decides: cold enough for the last step, or too warm for one whose time is
 * over. Undefined for what is not cooled.
 */
export function coolingOf(batch: CookedBatch, steps: Limits['cooling'], now: Date): Cooling | undefined {
  const begun = intoTheCold(batch, now)
  const last = steps.at(-1)
  if (begun === undefined || !last) return undefined
  const byOf = (step: (typeof steps)[number]) => new Date(begun + step.within * 60_000)
  const measured = batch.readings.filter(({ at }) => at.getTime() >= begun && at <= now).toSorted(byTime)
  for (const { tenths, at } of measured) {
    const missed = steps.find((step) => at >= byOf(step) && tenths > step.to)
    if (missed) return { state: 'failed', to: missed.to, by: byOf(missed), decidedAt: at }
    if (tenths <= last.to) return { state: 'done', to: last.to, by: byOf(last), decidedAt: at }
  }
  const step = steps.find(({ to }) => !measured.some(({ tenths }) => tenths <= to)) ?? last
  const by = byOf(step)
  return { state: now >= by ? 'overdue' : 'under_way', to: step.to, by, decidedAt: undefined }
}

const byTime = (a: CoreReading, b: CoreReading) => a.at.getTime() - b.at.getTime()

/** When it first went into the cold after it was last hot; undefined for what did not. */
function intoTheCold({ cookedAt, holding, befell }: CookedBatch, now: Date): number | undefined {
  let begun = holding === 'chilled' ? cookedAt.getTime() : undefined
  for (const { mode, at } of befell) {
    if (at > now) continue
    if (mode === 'reheated') begun = undefined
    else if (mode === 'chilled') begun ??= Math.max(at.getTime(), cookedAt.getTime())
  }
  return begun
}
