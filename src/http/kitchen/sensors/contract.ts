import { z } from 'zod'
import { endpoint } from '../../endpoint'
import { Id, NearInstant } from '../../shapes'
import { Celsius, Reading, Sensor } from '../safety/contract'

/** Thermometers that report by themselves, and what was done about what they showed. */

const who = ['kitchen'] as const

export const addSensor = endpoint({
  method: 'post',
  path: '/api/kitchen/sites/:siteId/sensors',
  summary: 'Hangs up a thermometer; the key it sends its readings with is told this once',
  who,
  params: z.object({ siteId: Id }),
  body: z.object({ place: Sensor.shape.place, name: z.string().trim().min(1).max(60) }),
  answer: Sensor.extend({ key: z.string() }),
  status: 201,
  idempotent: true,
})

export const removeSensor = endpoint({
  method: 'post',
  path: '/api/kitchen/sensors/:sensorId/remove',
  summary: 'Takes a thermometer down: its key opens nothing any more, its readings stay',
  who,
  params: z.object({ sensorId: Id }),
  answer: z.object({ removed: z.literal(true) }),
  idempotent: true,
})

export const takeReadings = endpoint({
  method: 'post',
  path: '/api/sensors/readings',
  summary: 'What a thermometer has shown, sent with its key; an instant sent again is known already',
  who: ['anyone'],
  body: z.object({
    key: z.string().min(20).max(100),
    readings: z
      .array(z.object({ celsius: Celsius, at: NearInstant }))
      .min(1)
      .max(100),
  }),
  answer: z.object({ taken: z.number().int() }),
})

export const correctReading = endpoint({
  method: 'post',
  path: '/api/kitchen/readings/:readingId/correction',
  summary: 'What was done about a temperature that was not as it should be; written once and for good',
  who,
  params: z.object({ readingId: Id }),
  body: z.object({ action: z.string().trim().min(1).max(500) }),
  answer: Reading,
  idempotent: true,
})
