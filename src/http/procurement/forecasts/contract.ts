import { z } from 'zod'
import { MealPeriod, ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Id, Instant, Text } from '../../shapes'

/** Demand to come, how well it was foreseen, and what people decided instead. Portions; shares are between 0 and 1. */

const who = ['procurement', 'operator'] as const
const Portions = z.number().int().min(0)

/** Portions at each of `levels`, rising. */
const Quantiles = z.array(z.number())

/** Nine days in ten nothing runs out, unless somebody asks for another level. */
export const DEFAULT_SERVICE_LEVEL = 0.9

/** The share of days on which nothing may run out. */
const ServiceLevel = z.coerce.number().min(0.05).max(0.95).default(DEFAULT_SERVICE_LEVEL)

/** One forecaster against what was really wanted. Null where nothing could be compared. */
const Score = z.object({
  /** Days × dishes compared. */
  cells: z.number().int(),
  /** Portions really wanted. */
  demand: z.number().int(),
  /** Sum of errors ÷ sum of demand. */
  wape: z.number().nullable(),
  /** Forecast ÷ demand − 1: above 0 is too much. */
  bias: z.number().nullable(),
  /** Cooked and not wanted, wanted and not cooked, ÷ demand, had the quantity been cooked. */
  waste: z.number().nullable(),
  shortage: z.number().nullable(),
})

/** Its WAPE and bias are those of the median, waste and shortage those of the quantity at the service level. */
const ModelScore = Score.extend({
  /** Share of cells at or below the 90% quantile. */
  coverage90: z.number().nullable(),
})

const Accuracy = z.object({ model: ModelScore, planned: Score })

const Override = z.object({ portions: Portions, reason: z.string(), by: z.string(), at: Instant })

const Series = z.object({
  dishId: Id,
  dish: Text,
  period: MealPeriod,
  /** The last days it was served, the oldest first: for a sparkline. */
  lately: z.array(z.object({ date: ServiceDate, portions: Portions })),
  /** The next day it is on the menu. */
  next: z.object({ date: ServiceDate, quantiles: Quantiles, chosen: Portions, overridden: z.boolean() }).nullable(),
  /** All of the horizon: days on the menu, portions at the median and as chosen. */
  ahead: z.object({ days: z.number().int(), median: z.number(), chosen: Portions }),
  method: z.string().nullable(),
  accuracy: Accuracy,
})

const Run = z.object({
  id: Id,
  requestedAt: Instant,
  /** Percent. */
  progress: z.number().int(),
  finishedAt: Instant.nullable(),
  series: z.number().int().nullable(),
  cells: z.number().int().nullable(),
})

const siteId = z.object({ siteId: Id })
const series = siteId.extend({ period: MealPeriod, dishId: Id })

export const listSeries = endpoint({
  method: 'get',
  path: '/api/procurement/sites/:siteId/forecasts',
  summary: 'Every dish and meal period of a site with its forecast ahead and how well it was foreseen',
  who,
  params: siteId,
  query: z.object({ serviceLevel: ServiceLevel, period: MealPeriod.optional() }),
  answer: z.object({
    today: ServiceDate,
    levels: z.array(z.number()),
    serviceLevel: z.number(),
    run: Run.nullable(),
    series: z.array(Series),
  }),
})

export const showSeries = endpoint({
  method: 'get',
  path: '/api/procurement/sites/:siteId/forecasts/:period/:dishId',
  summary: 'One dish: what was wanted, what had been foreseen, the fan ahead and what people decided',
  who,
  params: series,
  query: z.object({ serviceLevel: ServiceLevel, days: z.coerce.number().int().min(7).max(400).default(56) }),
  answer: z.object({
    today: ServiceDate,
    levels: z.array(z.number()),
    serviceLevel: z.number(),
    dishId: Id,
    dish: Text,
    period: MealPeriod,
    /** Past days, the oldest first. `quantiles` is the last forecast made before the day. */
    history: z.array(
      z.object({
        date: ServiceDate,
        portions: Portions,
        planned: Portions.nullable(),
        quantiles: Quantiles.nullable(),
        override: Override.nullable(),
      }),
    ),
    ahead: z.array(
      z.object({
        date: ServiceDate,
        quantiles: Quantiles,
        chosen: Portions,
        /** Ordered so far. */
        firm: Portions,
        /** Of what was ordered and chosen, what is still to come. */
        remainder: Portions,
        planned: Portions.nullable(),
        method: z.string(),
        /** The last day whose demand was known. */
        origin: ServiceDate,
        override: Override.nullable(),
      }),
    ),
    accuracy: Accuracy,
  }),
})

export const putOverride = endpoint({
  method: 'put',
  path: '/api/procurement/sites/:siteId/forecasts/:period/:dishId/:serviceDate/override',
  summary: 'Decide another quantity for a day to come and say why; null takes it back',
  who,
  params: series.extend({ serviceDate: ServiceDate }),
  body: z.object({ portions: Portions.max(1_000_000).nullable(), reason: z.string().trim().min(3).max(200) }),
  answer: z.object({ chosen: Portions, override: Override.nullable() }),
})

export const showAccuracy = endpoint({
  method: 'get',
  path: '/api/procurement/sites/:siteId/accuracy',
  summary: 'The model beside the planner and beside what people decided instead, per meal period and method',
  who,
  params: siteId,
  query: z.object({ from: ServiceDate.optional(), to: ServiceDate.optional(), serviceLevel: ServiceLevel }),
  answer: z.object({
    from: ServiceDate,
    to: ServiceDate,
    serviceLevel: z.number(),
    total: Accuracy,
    periods: z.array(Accuracy.extend({ period: MealPeriod })),
    methods: z.array(z.object({ method: z.string(), model: ModelScore })),
    /** Cells where somebody decided: their error beside the model's. */
    overrides: z.object({ cells: z.number().int(), wape: z.number().nullable(), modelWape: z.number().nullable() }),
  }),
})

export const requestForecast = endpoint({
  method: 'post',
  path: '/api/procurement/sites/:siteId/forecast-runs',
  summary: 'Forecast a site now',
  who,
  params: siteId,
  answer: Run,
  status: 202,
  idempotent: true,
})

export const showRun = endpoint({
  method: 'get',
  path: '/api/procurement/sites/:siteId/forecast-runs/:runId',
  summary: 'How far a forecast is',
  who,
  params: siteId.extend({ runId: Id }),
  answer: Run,
})
