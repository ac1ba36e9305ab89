import { z } from 'zod'
import { MealPeriod, ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Id, Text } from '../../shapes'

const Count = z.number().int()
const Minor = z.number().int().min(0).max(1_000_000)
const Ratio = z.number().nullable()
const Position = z.tuple([z.number(), z.number()])
const WHO = ['operator'] as const

/** Which meals: of one city (the caller's first when left out), between two days, both included; else the last four weeks until today. */
const Meals = {
  cityId: Id.optional(),
  from: ServiceDate.optional(),
  to: ServiceDate.optional(),
  period: MealPeriod.optional(),
  siteId: Id.optional(),
}
/** How far is near, in metres. */
const Metres = z.coerce.number().int().min(50).max(20_000)

const Figures = {
  meals: Count,
  orders: Count,
  boxes: Count,
  stops: Count,
  unserved: Count,
  runs: Count,
  metres: Count,
  ordersPerBuilding: Ratio,
  boxesPerStop: Ratio,
  stopsPerKm: Ratio,
  breakEven: Ratio,
}

export const RoutePrices = z.object({
  perRunMinor: Minor,
  perKmMinor: Minor,
  perStopMinor: Minor,
  marginPerBoxMinor: Minor,
})

export const showDensity = endpoint({
  method: 'get',
  path: '/api/operator/density',
  summary: 'How dense some meals were to deliver: the index, and every community with its penetration',
  who: WHO,
  query: z.object({ ...Meals, metres: Metres.default(1_000) }),
  answer: z.object({
    cityId: Id,
    from: ServiceDate,
    to: ServiceDate,
    currency: z.string(),
    all: z.object(Figures),
    kitchens: z.array(z.object({ siteId: Id, name: Text, period: MealPeriod, ...Figures })),
    /** Households of the city, and those with a kitchen within `metres`. */
    reach: z.object({ households: Count, within: Count, metres: Count }),
    communities: z.array(
      z.object({
        communityId: Id,
        name: Text,
        lat: z.number(),
        lon: z.number(),
        households: Count,
        orders: Count,
        boxes: Count,
        buildings: Count,
        /** Orders of one building in one meal, where anybody ordered. */
        ordersPerBuilding: Ratio,
        boxesPerStop: Ratio,
        /** Orders for 100 households in one meal. */
        penetration: z.number(),
        /** The nearest kitchen, along the straight line. */
        kitchenId: Id.nullable(),
        kitchenMetres: Count.nullable(),
      }),
    ),
    prices: z.array(RoutePrices.extend({ operatorId: Id, name: Text, assumed: z.boolean() })),
  }),
})

export const listDenseBuildings = endpoint({
  method: 'get',
  path: '/api/operator/density/buildings',
  summary: 'The 200 buildings with most orders a meal',
  who: WHO,
  query: z.object(Meals),
  answer: z.object({
    buildings: z.array(
      z.object({
        buildingId: Id,
        name: Text,
        community: Text,
        households: Count,
        orders: Count,
        boxes: Count,
        meals: Count,
        ordersPerMeal: z.number(),
        boxesPerStop: z.number(),
      }),
    ),
  }),
})

export const listDensityCells = endpoint({
  method: 'get',
  path: '/api/operator/density/cells',
  summary: 'Households and orders by hexagon of the H3 grid',
  who: WHO,
  query: z.object({ ...Meals, resolution: z.enum(['8', '9']).default('9') }),
  answer: z.object({
    cells: z.array(
      z.object({
        cell: z.string(),
        ring: z.array(Position),
        households: Count,
        orders: Count,
        boxes: Count,
        penetration: z.number(),
      }),
    ),
  }),
})

export const listCoverageGaps = endpoint({
  method: 'get',
  path: '/api/operator/density/gaps',
  summary: 'Communities with more than so many households and no kitchen within so many metres',
  who: WHO,
  query: z.object({
    cityId: Id.optional(),
    metres: Metres.default(1_000),
    moreThan: z.coerce.number().int().min(0).max(1_000_000).default(300),
  }),
  answer: z.object({
    gaps: z.array(
      z.object({
        communityId: Id,
        name: Text,
        lat: z.number(),
        lon: z.number(),
        households: Count,
        siteId: Id.nullable(),
        metres: Count.nullable(),
      }),
    ),
  }),
})

export const listCandidates = endpoint({
  method: 'get',
  path: '/api/operator/density/candidates',
  summary: 'Where the next kitchens or lockers bring most households within reach, each after the ones before it',
  who: WHO,
  query: z.object({
    ...Meals,
    kind: z.enum(['kitchen', 'locker']).default('kitchen'),
    metres: Metres.default(1_000),
    count: z.coerce.number().int().min(1).max(20).default(5),
  }),
  answer: z.object({
    households: Count,
    within: Count,
    candidates: z.array(
      z.object({
        placeId: Id,
        communityId: Id,
        name: Text,
        community: Text,
        lat: z.number(),
        lon: z.number(),
        /** Households newly within reach, and all within reach once this and those before it stand. */
        households: Count,
        within: Count,
        /** What the gained buildings ordered. */
        demand: Count,
      }),
    ),
  }),
})

export const setRoutePrices = endpoint({
  method: 'put',
  path: '/api/operator/density/prices/:operatorId',
  summary: 'What a tour, a kilometre and a door cost and what a box leaves, for the break-even drop size',
  who: WHO,
  params: z.object({ operatorId: Id }),
  body: RoutePrices,
  answer: RoutePrices,
})
