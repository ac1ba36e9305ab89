import { z } from 'zod'
import { defineEvent } from '../kernel/event'
import { MealPeriod, ServiceDate } from '../kernel/time'

/** A menu day stands: its slot may be opened for orders. */
export const MenuPublished = defineEvent(
  'catalogue.menu-published',
  z.object({
    menuDayId: z.string(),
    operatorId: z.string(),
    siteId: z.string(),
    serviceDate: ServiceDate,
    period: MealPeriod,
    zone: z.string(),
    cutoffAt: z.iso.datetime(),
    servesFrom: z.iso.datetime(),
    servesTo: z.iso.datetime(),
    offers: z.array(z.object({ offerId: z.string(), portions: z.number().int().positive() })),
  }),
)
