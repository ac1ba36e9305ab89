import { type SQL, sql } from 'drizzle-orm'
import { booked } from './book'
import type { MealToPay, PayersQuote } from './domain/payers'
import { orderReceived, type Takings } from './domain/postings'

export interface OrderToPay extends Takings {
  readonly orderId: string
  readonly operatorId: string
  readonly personId: string
  readonly currency: string
  /** Nothing is left for the person to pay. */
  readonly firm: boolean
}

/**
 * What the payers of a quote owe for an order, as columns of the statement that writes it: reserved all or nothing, and
 * confirmed and booked at once where nothing is left to pay.
 */
export function takePayers(
  { payers }: PayersQuote,
  meals: readonly MealToPay[],
): (order: OrderToPay, now: Date) => SQL {
  return ({ orderId, operatorId, personId, currency, firm, ...takings }, now) => {
    const paying = payers.filter(({ amountMinor }) => amountMinor > 0)
    const mealOf = new Map(meals.map((meal) => [meal.groupKey, meal]))
    const asked = paying.map(({ byCharge: _byCharge, name: _name, reason: _reason, excludes: _excludes, ...payer }) => {
      const meal = mealOf.get(payer.groupKey)
      if (!meal) throw new Error(`${payer.groupKey} is no meal of this order`)
      const { siteId, serviceDate, period, today: localDate } = meal
      return { ...payer, siteId, serviceDate, period, localDate }
    })
    const request = JSON.stringify({ orderId, operatorId, personId, now, payers: asked })
    const reserved = sql`funding.reserve(${request}::jsonb)`
    if (!firm) return reserved
    const postings = orderReceived(takings, paying, 'local')
    const booking = booked({ operatorId, currency, ref: `received:${orderId}`, postings }, now)
    return sql`${reserved}, funding.confirm(${orderId}), ${booking}`
  }
}
