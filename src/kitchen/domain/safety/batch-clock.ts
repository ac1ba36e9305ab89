import { type Cooling, coolingOf } from './cooling'
import type { Limits } from './rules'

export type HoldingMode = 'hot' | 'chilled' | 'ambient'

/** What befell a batch after cooking, oldest first. */
export interface Befell {
  readonly mode: HoldingMode | 'reheated' | 'discarded'
  readonly at: Date
}

/** A core temperature of the food, in tenths of a degree Celsius. */
export interface CoreReading {
  readonly tenths: number
  readonly at: Date
}

export interface CookedBatch {
  /** The end of cooking. */
  readonly cookedAt: Date
  /** Where it went from the heat. */
  readonly holding: HoldingMode
  readonly befell: readonly Befell[]
  readonly readings: readonly CoreReading[]
}

export interface BatchClock {
  /** `reheat_or_discard`: too long between cold and hot. `expired`: past its use-by, nothing helps. */
  readonly state: 'good' | 'reheat_or_discard' | 'expired' | 'discarded'
  readonly mode: HoldingMode
  /** When it may not be served any more, if it stays where it is. */
  readonly useBy: Date
  /** When it turns to `reheat_or_discard` (or did), if it stays where it is; undefined while it is hot or chilled. */
  readonly reheatBy: Date | undefined
  /** The steps of getting cold; undefined for what is not cooled. */
  readonly cooling: Cooling | undefined
}

const MINUTE_MS = 60_000

/**
 * How a batch stands at an instant. It runs from the end of cooking, wherever the food is moved: minutes between cold and
 * hot add up and only reheating takes them back; the use-by is that of hot food as soon as it was not chilled. A reading
 * that contradicts the holding counts as between from then until a better reading or another holding. While food is cooled
 * as the profile asks it may be between; too warm when a step's time is over, it is to be reheated or thrown away.
 */
export function batchClock(batch: CookedBatch, limits: Limits, now: Date): BatchClock {
  const until = now.getTime()
  const cooked = batch.cookedAt.getTime()
  let mode = batch.holding
  let between = mode === 'ambient'
  let since = cooked
  let spent = 0
  let crossed: number | undefined
  let useBy = cooked + (mode === 'chilled' ? limits.chilledUseMinutes : limits.hotUseMinutes) * MINUTE_MS
  const allowed = limits.dangerMinutes * MINUTE_MS
  const cooling = coolingOf(batch, limits.cooling, now)
  const isCooling = (at: number) => cooling !== undefined && at <= (cooling.decidedAt ?? cooling.by).getTime()

  const reach = (at: number) => {
    if (between) {
      if (crossed === undefined && spent + at - since >= allowed) crossed = since + allowed - spent
      spent += at - since
    }
    since = at
  }
  for (const fact of factsOf(batch, until)) {
    const at = Math.max(cooked, fact.at.getTime())
    reach(at)
    if (!('mode' in fact)) {
      between =
        mode === 'chilled'
          ? fact.tenths > limits.coldTo && !isCooling(at)
          : fact.tenths < limits.hotFrom && fact.tenths > limits.coldTo
      continue
    }
    if (fact.mode === 'discarded')
      return { state: 'discarded', mode, useBy: new Date(useBy), reheatBy: undefined, cooling }
    if (fact.mode === 'reheated') {
      spent = 0
      crossed = undefined
      between = false
      if (mode === 'chilled') useBy = Math.min(useBy, at + limits.hotUseMinutes * MINUTE_MS)
      mode = 'hot'
      continue
    }
    useBy = movedUseBy({ cooked, useBy, from: mode, to: fact.mode, at }, limits)
    mode = fact.mode
    between = mode === 'ambient'
  }
  reach(until)
  const tooWarm = cooling?.state === 'failed' ? cooling.decidedAt?.getTime() : undefined
  if (tooWarm !== undefined) crossed = Math.min(crossed ?? tooWarm, tooWarm)
  const reheatBy = crossed ?? (between ? until + allowed - spent : undefined)
  const state = until >= useBy ? 'expired' : crossed !== undefined ? 'reheat_or_discard' : 'good'
  const reheat = reheatBy === undefined ? undefined : new Date(reheatBy)
  return { state, mode, useBy: new Date(useBy), reheatBy: reheat, cooling }
}

interface Move {
  readonly cooked: number
  readonly useBy: number
  readonly from: HoldingMode
  readonly to: HoldingMode
  readonly at: number
}

/** Chilled while it was still good it lasts longer; out of the cold it lasts like hot food, never longer than chilled. */
function movedUseBy({ cooked, useBy, from, to, at }: Move, { chilledUseMinutes, hotUseMinutes }: Limits): number {
  if (to === 'chilled') return at < useBy ? cooked + chilledUseMinutes * MINUTE_MS : useBy
  if (from === 'chilled') return Math.min(useBy, at + hotUseMinutes * MINUTE_MS)
  return useBy
}

const factsOf = ({ befell, readings }: CookedBatch, until: number): (Befell | CoreReading)[] =>
  [...befell, ...readings].filter(({ at }) => at.getTime() <= until).sort((a, b) => a.at.getTime() - b.at.getTime())
