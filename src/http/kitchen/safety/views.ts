import type { z } from 'zod'
import type { ClockedBatch } from '../../../kitchen/safety/clocks'
import type { Sample as KeptSample } from '../../../kitchen/safety/keep-sample'
import type { noteReading } from '../../../kitchen/safety/note-reading'
import type { SelfCheck } from '../../../kitchen/safety/sign-check'
import type { Clock, Reading, Sample, SignedCheck } from './contract'

/** Records as the contract says them: instants in ISO, degrees instead of tenths. */

export const clockView = (clock: ClockedBatch): z.input<typeof Clock> => {
  const { id, dishId, menuDayId, name, sequence, portions, mode, state } = clock
  const times = {
    cookedAt: clock.cookedAt.toISOString(),
    useBy: clock.useBy.toISOString(),
    reheatBy: clock.reheatBy?.toISOString() ?? null,
  }
  const { cooling } = clock
  const step = cooling ? { state: cooling.state, celsius: cooling.to / 10, by: cooling.by.toISOString() } : null
  return { id, dishId, menuDayId, name, sequence, portions, mode, state, ...times, cooling: step }
}

export const readingView = (reading: Awaited<ReturnType<typeof noteReading>>): z.input<typeof Reading> => {
  const { id, batchId, place, tenths, verdict, source, at } = reading
  return { id, batchId, place, celsius: tenths / 10, verdict, source, at: at.toISOString() }
}

export const sampleView = (sample: KeptSample): z.input<typeof Sample> => {
  const { id, menuDayId, serviceDate, period, dishId, name, grams, place } = sample
  const times = {
    takenAt: sample.takenAt.toISOString(),
    keepUntil: sample.keepUntil.toISOString(),
    disposedAt: sample.disposedAt?.toISOString() ?? null,
  }
  return { id, menuDayId, serviceDate, period, dishId, name, grams, place, ...times }
}

export const checkView = (check: SelfCheck): z.input<typeof SignedCheck> => {
  const { id, rhythm, dueOn, answers, signedAt, signature } = check
  return { id, rhythm, dueOn, answers: [...answers], signedAt: signedAt.toISOString(), signature }
}
