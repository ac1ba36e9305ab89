import { z } from 'zod'
import { MealPeriod } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Day, Id, Instant, Text } from '../../shapes'

/** What kitchens serve in the weeks to come: the rotation, holidays, and days somebody gave another menu. */

const MenuDish = z.object({ dishId: Id, portions: z.number().int().min(1).max(100_000) })

export const Calendar = z.object({
  closedOnHolidays: z.boolean(),
  /** On a Saturday or Sunday that is worked for a bridge day: the weekday (1 Monday … 7) whose menu is served; null: its own. */
  madeUpAs: z.number().int().min(1).max(7).nullable(),
})

export const MenuOfDay = z.object({
  serviceDate: Day,
  period: MealPeriod,
  /** Why it has the menu it has. */
  origin: z.enum(['rotation', 'exception', 'holiday', 'made_up']),
  cutoffAt: Instant,
  dishes: z.array(MenuDish),
})

const who = ['operator'] as const
const siteId = z.object({ siteId: Id })

export const showMenus = endpoint({
  method: 'get',
  path: '/api/operator/menus',
  summary: 'What a kitchen serves in the four weeks from today on, and the dishes its menus may have',
  who,
  query: z.object({ siteId: Id.optional() }),
  answer: z.object({
    sites: z.array(z.object({ id: Id, name: Text })),
    siteId: Id.nullable(),
    calendar: Calendar,
    days: z.array(MenuOfDay),
    dishes: z.array(z.object({ id: Id, name: Text })),
  }),
})

export const replaceMenuDay = endpoint({
  method: 'put',
  path: '/api/operator/menus/:siteId/:serviceDate/:period',
  summary:
    'Gives a meal of one day another menu (none: closed; null: the rotation again); what was ordered stays ordered',
  who,
  params: z.object({ siteId: Id, serviceDate: Day, period: MealPeriod }),
  body: z.object({ dishes: z.array(MenuDish).max(60).nullable() }),
  answer: z.object({ replaced: z.boolean() }),
  idempotent: true,
})

export const setCalendar = endpoint({
  method: 'put',
  path: '/api/operator/menus/:siteId/calendar',
  summary: 'What a kitchen serves on holidays and on made-up workdays, for days that are not published yet',
  who,
  params: siteId,
  body: Calendar,
  answer: Calendar,
  idempotent: true,
})
