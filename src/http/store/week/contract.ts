import { z } from 'zod'
import { MealPeriod, ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Id, Instant } from '../../shapes'
import { Menu, Place } from '../contract'

/** Several days of one meal beside each other, to choose a whole week at once. */
export const Week = z.object({
  place: Place,
  now: Instant,
  /** The meals this place is served. */
  periods: z.array(MealPeriod),
  /** The meal of this answer; null where the place has none. */
  period: MealPeriod.nullable(),
  /** Where the days before and after begin; null where nothing can be ordered there. */
  earlier: ServiceDate.nullable(),
  later: ServiceDate.nullable(),
  /** Seven days on end; a day without menus is not served. */
  days: z.array(z.object({ date: ServiceDate, holiday: z.boolean(), menus: z.array(Menu) })),
  /** Dishes the caller had before, newest first. */
  usual: z.array(Id),
})

export const showWeek = endpoint({
  method: 'get',
  path: '/api/store/week',
  summary: 'Seven days of a meal at a place; by default from the next day that can be ordered',
  who: ['anyone'],
  query: z.object({ servicePointId: Id, from: ServiceDate.optional(), period: MealPeriod.optional() }),
  answer: Week,
})
