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

/** Terms as sources of a site whose day it is, by ingredient. Sites of a tenant with the same day share them: read, never change them. */
export function sourcesOf(terms: readonly SoldTerms[], now: Date) {
  const byIngredient = grouped(terms, ({ operatorId, ingredientId }) => `${operatorId} ${ingredientId}`)
  const sellable = grouped(terms, ({ supplierId }) => supplierId)
  const calendars = remembered((sold: SoldTerms, today: ServiceDate, days: number) =>
    calendarOf(sold, now, today, days),
  )
  const opened = new Map<string, Map<string, readonly SiteTerms[]>>()
  return (operatorId: string, today: ServiceDate, days: number) => {
    const key = `${operatorId} ${today} ${days}`
    const known = opened.get(key) ?? new Map<string, readonly SiteTerms[]>()
    opened.set(key, known)
    return (ingredientId: string): readonly SiteTerms[] => {
      const sold = known.get(ingredientId)
      if (sold) return sold
      const fresh = (byIngredient.get(`${operatorId} ${ingredientId}`) ?? []).map((each) => ({
        ...calendars(each, today, days),
        ...termsOf(each),
        feeShare: each.deliveryFeeMinor / (sellable.get(each.supplierId)?.length ?? 1),
      }))
      known.set(ingredientId, fresh)
      return fresh
    }
  }
}

const termsOf = (terms: SoldTerms) => ({
  supplierId: terms.supplierId,
  priority: terms.priority,
  shelfLifeDays: terms.shelfLifeDays,
  minimumMinor: terms.minimumMinor,
  deliveryFeeMinor: terms.deliveryFeeMinor,
  packSize: terms.packSize,
  minimumPacks: terms.minimumPacks,
  multiplePacks: terms.multiplePacks,
  priceMinor: terms.priceMinor,
  priceBreaks: terms.priceBreaks,
  terms,
})

/** Each supplier's calendar is opened once a day. */
function remembered<T>(open: (sold: SoldTerms, today: ServiceDate, days: number) => T) {
  const known = new Map<string, T>()
  return (sold: SoldTerms, today: ServiceDate, days: number): T => {
    const key = `${sold.supplierId} ${today} ${days}`
    const calendar = known.get(key) ?? open(sold, today, days)
    known.set(key, calendar)
    return calendar
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
