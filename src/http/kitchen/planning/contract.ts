import { z } from 'zod'
import { MealPeriod } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Day, Id, NearInstant, Text } from '../../shapes'

/** What a kitchen works with: stations, cooks, equipment that is broken; and what is made ready the day before. */

const who = ['kitchen'] as const
const siteId = z.object({ siteId: Id })
const Minutes = z.number().int().min(0).max(240)

export const Outage = z.object({
  id: Id,
  station: z.string(),
  places: z.number().int(),
  from: NearInstant,
  until: NearInstant,
})

export const SetUp = z.object({
  stations: z.array(
    z.object({
      code: z.string(),
      name: Text,
      /** Batches at once. */
      places: z.number().int(),
      /** Minutes before due at which a ticket's clock turns yellow, and red. */
      soonMinutes: z.number().int(),
      lateMinutes: z.number().int(),
    }),
  ),
  /** At once; null: as many as the work asks for. */
  cooks: z.number().int().nullable(),
  /** Now or to come. */
  outages: z.array(Outage),
})

export const showSetUp = endpoint({
  method: 'get',
  path: '/api/kitchen/sites/:siteId/set-up',
  summary: 'The stations of a kitchen, its cooks, and the equipment that is broken',
  who,
  params: siteId,
  answer: SetUp,
})

export const setUpStation = endpoint({
  method: 'put',
  path: '/api/kitchen/sites/:siteId/stations/:code',
  summary: "How much a station does at once, and when its tickets' clocks turn yellow and red; plans follow",
  who,
  params: z.object({ siteId: Id, code: z.string().min(1).max(40) }),
  body: z.object({ places: z.number().int().min(1).max(100), soonMinutes: Minutes, lateMinutes: Minutes }),
  answer: SetUp,
  idempotent: true,
})

export const setCooks = endpoint({
  method: 'put',
  path: '/api/kitchen/sites/:siteId/cooks',
  summary: 'How many cooks stand in a kitchen at once; plans follow',
  who,
  params: siteId,
  body: z.object({ cooks: z.number().int().min(1).max(500).nullable() }),
  answer: SetUp,
  idempotent: true,
})

export const reportOutage = endpoint({
  method: 'post',
  path: '/api/kitchen/sites/:siteId/outages',
  summary: 'Equipment is broken from one instant until another; what is planned and not begun goes round it',
  who,
  params: siteId,
  body: z.object({
    station: z.string().min(1).max(40),
    places: z.number().int().min(1).max(100),
    /** Left out: now. */
    from: NearInstant.optional(),
    until: NearInstant,
  }),
  answer: SetUp,
  idempotent: true,
})

export const mendOutage = endpoint({
  method: 'post',
  path: '/api/kitchen/outages/:outageId/mend',
  summary: 'The equipment works again',
  who,
  params: z.object({ outageId: Id }),
  answer: SetUp,
  idempotent: true,
})

export const PrepTask = z.object({
  id: z.string(),
  period: MealPeriod,
  /** The dish, or the sauce, stock or filling. */
  name: Text,
  /** What is done; null where the recipe has no words for it. */
  text: Text.nullable(),
  station: z.string(),
  /** Portions of a dish; 0 for what is made by weight. */
  portions: z.number().int(),
  /** Of what is made by weight. */
  grams: z.number().int().nullable(),
  batches: z.number().int(),
  /** Of all batches together. */
  minutes: z.number().int(),
  doneAt: NearInstant.nullable(),
})

const prep = z.object({ siteId: Id, serviceDate: Day })

export const listPrep = endpoint({
  method: 'get',
  path: '/api/kitchen/sites/:siteId/prep/:serviceDate',
  summary:
    'What is made ready the day before a service date: steps of recipes that may be, and the sauces, stocks and fillings they need',
  who,
  params: prep,
  answer: z.object({ tasks: z.array(PrepTask) }),
})

export const markPrep = endpoint({
  method: 'put',
  path: '/api/kitchen/sites/:siteId/prep/:serviceDate/:period',
  summary: 'A task of the day before is done, or is not',
  who,
  params: z.object({ siteId: Id, serviceDate: Day, period: MealPeriod }),
  body: z.object({ taskId: z.string().min(1).max(200), done: z.boolean() }),
  answer: z.object({ done: z.boolean() }),
  idempotent: true,
})
