import type { z } from 'zod'
import type { ClockedBatch } from '../../../kitchen/safety/clocks'
import type { Sample as KeptSample } from '../../../kitchen/safety/keep-sample'
import type { readingById } from '../../../kitchen/safety/queries'
import type { Sensor as HungSensor } from '../../../kitchen/safety/sensors'
import type { SelfCheck } from '../../../kitchen/safety/sign-check'
import type { Clock, Reading, Sample, Sensor, SignedCheck } from './contract'

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

type Read = Awaited<ReturnType<typeof readingById>>

export const readingView = ({ reading, action, sensor }: Read): z.input<typeof Reading> => {
  const { id, batchId, place, tenths, verdict, source, at } = reading
  return { id, batchId, place, celsius: tenths / 10, verdict, source, sensor, at: at.toISOString(), action }
}

export const sensorView = ({ id, place, name, source, heardAt }: HungSensor): z.input<typeof Sensor> => {
  return { id, place, name, source, heardAt: heardAt?.toISOString() ?? null }
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
