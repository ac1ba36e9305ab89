import { z } from 'zod'
import { GroupStatus } from '../../kernel/order-status'
import { MealPeriod, ServiceDate } from '../../kernel/time'
import { endpoint } from '../endpoint'
import { RunStatus, UnservedReason } from '../dispatch/shapes'
import { Id, Instant, Text } from '../shapes'
import { MapFeature } from './shapes'

const Count = z.number().int()
const Spot = z.object({ lat: z.number(), lon: z.number() })

export const SiteDay = z.object({
  siteId: Id,
  name: Text,
  kind: z.enum(['central_kitchen', 'kitchen', 'canteen']),
  cityId: Id,
  zone: z.string(),
  lat: z.number(),
  lon: z.number(),
  meals: z.array(
    z.object({
      menuDayId: Id,
      period: MealPeriod,
      cutoffAt: Instant,
      servesFrom: Instant,
      closed: z.boolean(),
      orders: Count,
      boxes: Count,
      /** Orders by how far they are; each counts once. */
      cooking: Count,
      ready: Count,
      onTheWay: Count,
      delivered: Count,
      failed: Count,
      /** Open tickets past their time in the kitchen. */
      late: Count,
      batches: z.object({ planned: Count, cooking: Count, cooked: Count }),
      runs: z.object({ planned: Count, claimed: Count, loaded: Count, on_the_way: Count, done: Count }),
    }),
  ),
})

export const StockRisk = z.object({
  kind: z.enum(['expiring', 'shortage']),
  siteId: Id,
  ingredientId: Id,
  name: Text,
  unit: z.enum(['g', 'ml', 'piece']),
  quantity: Count,
  date: ServiceDate.nullable(),
})

export const CommunityDensity = z.object({
  communityId: Id,
  cityId: Id,
  name: Text,
  lat: z.number(),
  lon: z.number(),
  households: Count,
  orders: Count,
  boxes: Count,
  buildings: Count,
  /** Orders for 100 households. */
  per100Households: z.number(),
})

export const Run = z.object({
  id: Id,
  siteId: Id,
  number: Count,
  period: MealPeriod,
  status: RunStatus,
  metres: Count,
  boxes: Count,
  stops: Count,
  delivered: Count,
  failed: Count,
  drops: Count,
  path: z.array(Spot),
})

export const showDay = endpoint({
  method: 'get',
  path: '/api/operator/day',
  summary: 'A service day at a glance: orders, kitchens, runs, stock risks and density',
  who: ['operator'],
  query: z.object({ date: ServiceDate.optional() }),
  answer: z.object({
    date: ServiceDate,
    now: Instant,
    /** Today at the tenant's kitchens, whichever day is shown. */
    today: ServiceDate,
    /** The next times that an open menu closes and that a meal is served, on any day. */
    nextCutoffAt: Instant.nullable(),
    nextServingAt: Instant.nullable(),
    operators: z.array(z.object({ id: Id, name: Text })),
    currency: z.string(),
    orders: Count,
    revenueMinor: Count,
    boxes: Count,
    delivered: Count,
    failed: Count,
    kilometres: z.number(),
    boxesPerStop: z.number().nullable(),
    stopsPerKm: z.number().nullable(),
    proposals: Count,
    purchasesUnderWay: Count,
    sites: z.array(SiteDay),
    risks: z.array(StockRisk),
    density: z.array(CommunityDensity),
    runs: z.array(Run),
    unserved: z.array(z.object({ stopId: Id, name: Text, community: Text, boxes: Count, reason: UnservedReason })),
  }),
})

export const listDayOrders = endpoint({
  method: 'get',
  path: '/api/operator/orders',
  summary: 'The newest 500 orders of a day, without names or numbers of people',
  who: ['operator'],
  query: z.object({ date: ServiceDate }),
  answer: z.object({
    orders: z.array(
      z.object({
        groupId: Id,
        orderId: Id,
        number: z.string(),
        community: Text,
        building: Text,
        period: MealPeriod,
        status: GroupStatus,
        site: Text,
        receivedAt: Instant,
        zone: z.string(),
        boxes: Count,
        totalMinor: Count,
        currency: z.string(),
      }),
    ),
  }),
})

export const showMap = endpoint({
  method: 'get',
  path: '/api/operator/maps/:cityId',
  summary: "A city's river, streets and communities as a GeoJSON FeatureCollection",
  who: ['operator', 'dispatcher'],
  params: z.object({ cityId: Id }),
  answer: z.object({ type: z.literal('FeatureCollection'), features: z.array(MapFeature) }),
})

export const listMapCities = endpoint({
  method: 'get',
  path: '/api/operator/maps',
  summary: 'The cities there are maps of',
  who: ['operator', 'dispatcher'],
  answer: z.object({ cities: z.array(z.object({ id: Id, name: Text })) }),
})

export const showStatement = endpoint({
  method: 'get',
  path: '/api/operator/statement',
  summary: "The tenant's ledger between two dates, both included, per account; the lines of a currency sum to zero",
  who: ['operator'],
  query: z.object({ from: ServiceDate, to: ServiceDate }),
  answer: z.object({
    lines: z.array(z.object({ account: z.string(), currency: z.string(), amountMinor: Count, bookings: Count })),
  }),
})

export const setClock = endpoint({
  method: 'post',
  path: '/api/operator/clock',
  summary: "Moves the demo's service clock; 404 outside a demo",
  who: ['operator'],
  body: z.object({ at: Instant }),
  answer: z.object({ now: Instant }),
})
