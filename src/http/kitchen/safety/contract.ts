import { z } from 'zod'
import { MealPeriod, ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Id, Instant, NearInstant, Text } from '../../shapes'

/** Food safety at a kitchen: rules as data, clocks of batches, readings, retained samples, self-checks. */

const Rule = z.object({ value: z.number(), source: z.string(), verified: z.boolean() })

/** Degrees Celsius, to a tenth. */
export const Celsius = z.number().min(-1000).max(1000).multipleOf(0.1)

export const Clock = z.object({
  id: Id,
  dishId: Id,
  menuDayId: Id,
  name: Text,
  sequence: z.number().int(),
  portions: z.number().int(),
  cookedAt: Instant,
  mode: z.enum(['hot', 'chilled', 'ambient']),
  state: z.enum(['good', 'reheat_or_discard', 'expired', 'discarded']),
  useBy: Instant,
  /** When it turns to `reheat_or_discard`, if it stays where it is; null while it is held hot or cold. */
  reheatBy: Instant.nullable(),
  /** The step of cooling it is at: so cold at that instant at the latest; null for what is not cooled. */
  cooling: z
    .object({ state: z.enum(['under_way', 'overdue', 'failed', 'done']), celsius: z.number(), by: Instant })
    .nullable(),
})

export const Reading = z.object({
  id: Id,
  batchId: Id.nullable(),
  place: z.enum(['food', 'cold_store', 'freezer', 'hot_cabinet', 'sample_fridge', 'vehicle']),
  celsius: z.number(),
  verdict: z.enum(['within', 'outside']),
  source: z.enum(['hand', 'sensor']),
  /** The thermometer that sent it. */
  sensor: z.string().nullable(),
  at: Instant,
  /** What was done about one that was not as it should be. */
  action: z.string().nullable(),
})

export const Sensor = z.object({
  id: Id,
  place: z.enum(['cold_store', 'freezer', 'hot_cabinet', 'sample_fridge', 'vehicle']),
  name: z.string(),
  /** `push` sends by itself, `local` is asked. */
  source: z.enum(['push', 'local']),
  heardAt: Instant.nullable(),
})

export const Sample = z.object({
  id: Id,
  menuDayId: Id,
  serviceDate: ServiceDate,
  period: MealPeriod,
  dishId: Id,
  name: Text,
  grams: z.number().int(),
  place: z.string(),
  takenAt: Instant,
  keepUntil: Instant,
  disposedAt: Instant.nullable(),
})

const Rhythm = z.enum(['daily', 'weekly', 'monthly'])

/** A failed item says what was done about it. */
const CheckAnswer = z.object({
  code: z.string().min(1).max(40),
  ok: z.boolean(),
  action: z.string().trim().max(500).optional(),
})

export const SignedCheck = z.object({
  id: Id,
  rhythm: Rhythm,
  dueOn: ServiceDate,
  answers: z.array(CheckAnswer),
  signedAt: Instant,
  signature: z.string(),
})

const who = ['kitchen'] as const
const siteId = z.object({ siteId: Id })

export const showSafety = endpoint({
  method: 'get',
  path: '/api/kitchen/sites/:siteId/safety',
  summary:
    'The food-safety book of a kitchen: its rules with their sources, clocks, readings of a day, samples, checks',
  who,
  params: siteId,
  answer: z.object({
    now: Instant,
    profile: z.object({
      id: Id,
      name: Text,
      rules: z.record(z.string(), Rule),
      cooling: z.array(z.object({ to: Rule, within: Rule })),
    }),
    sampleGrams: z.number().int(),
    clocks: z.array(Clock),
    readings: z.array(Reading),
    sensors: z.array(Sensor),
    samples: z.array(Sample),
    /** Cooked today, and no sample is kept. */
    unsampled: z.array(z.object({ menuDayId: Id, period: MealPeriod, dishId: Id, name: Text })),
    checks: z.array(
      z.object({
        rhythm: Rhythm,
        dueOn: ServiceDate,
        items: z.array(z.object({ code: z.string(), text: Text })),
        signed: SignedCheck.nullable(),
      }),
    ),
    signed: z.array(SignedCheck),
  }),
})

export const holdBatch = endpoint({
  method: 'post',
  path: '/api/kitchen/sites/:siteId/batches/:batchId/holdings',
  summary: 'Where a cooked batch is kept from now on; that it was reheated (with its core temperature) or thrown away',
  who,
  params: z.object({ siteId: Id, batchId: Id }),
  body: z.object({
    mode: z.enum(['hot', 'chilled', 'ambient', 'reheated', 'discarded']),
    celsius: Celsius.optional(),
  }),
  answer: Clock,
  idempotent: true,
})

export const noteReading = endpoint({
  method: 'post',
  path: '/api/kitchen/sites/:siteId/readings',
  summary: 'A temperature, read by hand or sent by a sensor (with the time it was measured)',
  who,
  params: siteId,
  body: z.object({
    place: Reading.shape.place,
    batchId: Id.optional(),
    celsius: Celsius,
    source: Reading.shape.source.default('hand'),
    at: NearInstant.optional(),
  }),
  answer: Reading,
  idempotent: true,
})

export const keepSample = endpoint({
  method: 'post',
  path: '/api/kitchen/sites/:siteId/samples',
  summary: 'Keeps a sample of a dish of a meal',
  who,
  params: siteId,
  body: z.object({
    menuDayId: Id,
    dishId: Id,
    grams: z.number().int().min(1).max(10_000),
    place: z.string().trim().min(1).max(80),
  }),
  answer: Sample,
  idempotent: true,
})

export const disposeSample = endpoint({
  method: 'post',
  path: '/api/kitchen/samples/:sampleId/dispose',
  summary: 'Throws a sample away, once it was kept as long as the rules ask',
  who,
  params: z.object({ sampleId: Id }),
  answer: Sample,
  idempotent: true,
})

export const signCheck = endpoint({
  method: 'post',
  path: '/api/kitchen/sites/:siteId/checks',
  summary: 'Signs the self-check of this day, week or month; nobody changes it afterwards',
  who,
  params: siteId,
  body: z.object({
    rhythm: Rhythm,
    answers: z.array(CheckAnswer).min(1).max(60),
    signature: z.string().trim().min(1).max(80),
  }),
  answer: SignedCheck,
  idempotent: true,
})
