import { grouped } from '../../kernel/grouped'
import { addDays, type ServiceDate } from '../../kernel/time'
import { daysBetween, deliveriesFrom } from '../domain/delivery-calendar'
import type { SiteSource } from '../domain/plan-site'
import type { SoldTerms } from './read-terms'

/** A source with the terms it was read from. */
export interface SiteTerms extends SiteSource {
  readonly terms: SoldTerms
}

const DAY_MS = 86_400_000

/** Terms as sources of a site whose day it is, by ingredient; each supplier's calendar is opened once a day and tenant. */
export function sourcesOf(terms: readonly SoldTerms[], now: Date) {
  const byIngredient = grouped(terms, ({ operatorId, ingredientId }) => `${operatorId} ${ingredientId}`)
  const sellable = grouped(terms, ({ supplierId }) => supplierId)
  const calendars = new Map<string, ReturnType<typeof calendarOf>>()
  return (operatorId: string, today: ServiceDate, days: number) => {
    const calendar = (sold: SoldTerms) => {
      const key = `${sold.supplierId} ${today} ${days}`
      const known = calendars.get(key) ?? calendarOf(sold, now, today, days)
      calendars.set(key, known)
      return known
    }
    return (ingredientId: string): SiteTerms[] =>
      (byIngredient.get(`${operatorId} ${ingredientId}`) ?? []).map((sold) => ({
        ...calendar(sold),
        supplierId: sold.supplierId,
        priority: sold.priority,
        shelfLifeDays: sold.shelfLifeDays,
        feeShare: sold.deliveryFeeMinor / (sellable.get(sold.supplierId)?.length ?? 1),
        minimumMinor: sold.minimumMinor,
        packSize: sold.packSize,
        minimumPacks: sold.minimumPacks,
        multiplePacks: sold.multiplePacks,
        priceMinor: sold.priceMinor,
        priceBreaks: sold.priceBreaks,
        terms: sold,
      }))
  }
}

/** The supplier's deliveries in days from the site's today, and how many of them the next night's plan would miss. */
function calendarOf(sold: SoldTerms, now: Date, today: ServiceDate, days: number) {
  const until = addDays(today, days - 1)
  const reached = deliveriesFrom(sold, now, until)
  const tomorrow = deliveriesFrom(sold, new Date(now.getTime() + DAY_MS), until).days[0]
  const missed = reached.days.filter((day) => tomorrow === undefined || day < tomorrow).length
  return {
    deliveries: reached.days.map((day) => daysBetween(today, day)).filter((day) => day >= 0),
    orderNow: Math.max(1, missed),
    cutoffPassed: reached.cutoffPassed,
  }
}
