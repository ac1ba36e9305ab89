import { z } from 'zod'
import { Allergens } from '../../kernel/allergens'
import { MealPeriod, ServiceDate } from '../../kernel/time'
import { endpoint } from '../endpoint'
import { Id, Instant, Text } from '../shapes'

/** Where a resident is served and what is cooked there. Amounts are integer minor units. */

export const Community = z.object({
  id: Id,
  name: Text,
  district: Text,
  siteType: z.string(),
  households: z.number().int(),
})

export const City = z.object({
  id: Id,
  name: Text,
  zone: z.string(),
  currency: z.string(),
  communities: z.array(Community),
})

export const ServicePoint = z.object({
  id: Id,
  kind: z.enum(['door', 'lobby', 'locker', 'desk', 'canteen']),
  name: Text,
  feeMinor: z.number().int(),
})

export const Building = z.object({
  id: Id,
  name: Text,
  floors: z.number().int(),
  lift: z.boolean(),
  points: z.array(ServicePoint),
})

/** Where somebody is served, in full. */
export const Place = z.object({
  servicePointId: Id,
  kind: ServicePoint.shape.kind,
  point: Text,
  building: Text,
  buildingId: Id,
  community: Text,
  communityId: Id,
  city: Text,
  cityId: Id,
  zone: z.string(),
  currency: z.string(),
  feeMinor: z.number().int(),
})

export const Offer = z.object({
  id: Id,
  dishId: Id,
  name: Text,
  description: Text,
  category: z.string(),
  tags: z.array(z.string()),
  art: z.string(),
  /** The public price. */
  priceMinor: z.number().int(),
  /** What the caller's company has agreed on for its people, with the company's money; null without such a price. */
  companyMinor: z.number().int().nullable(),
  currency: z.string(),
  kcal: z.number(),
  allergens: Allergens,
  left: z.number().int(),
  soldOut: z.boolean(),
})

export const Menu = z.object({
  menuDayId: Id,
  site: z.object({ id: Id, name: Text }),
  serviceDate: ServiceDate,
  period: MealPeriod,
  zone: z.string(),
  cutoffAt: Instant,
  servesFrom: Instant,
  servesTo: Instant,
  open: z.boolean(),
  offers: z.array(Offer),
})

/** One chip of the day strip: which meals a place can order that day. */
export const MenuDate = z.object({
  date: ServiceDate,
  periods: z.array(z.object({ period: MealPeriod, open: z.boolean() })),
})

export const listPlaces = endpoint({
  method: 'get',
  path: '/api/store/places',
  summary: 'Cities and their communities',
  who: ['anyone'],
  answer: z.object({ cities: z.array(City) }),
})

export const listBuildings = endpoint({
  method: 'get',
  path: '/api/store/communities/:communityId/buildings',
  summary: 'Buildings of a community and where meals are handed over in them',
  who: ['anyone'],
  params: z.object({ communityId: Id }),
  answer: z.object({ buildings: z.array(Building) }),
})

export const showMenu = endpoint({
  method: 'get',
  path: '/api/store/menu',
  summary: 'What a place can order on a day; by default the next meal that is open',
  who: ['anyone'],
  query: z.object({ servicePointId: Id, date: ServiceDate.optional(), period: MealPeriod.optional() }),
  answer: z.object({
    place: Place,
    now: Instant,
    dates: z.array(MenuDate),
    date: ServiceDate.nullable(),
    period: MealPeriod.nullable(),
    menus: z.array(Menu),
  }),
})
