import { and, eq } from 'drizzle-orm'
import type { Text } from '../../kernel/text'
import type { App } from '../../platform/app'
import { divide, type MealToPay, type PayersQuote } from '../domain/payers'
import { budgets } from '../schema/rules'
import type { Catering } from './ask-catering'

const NAME: Text = { zh: '团体用餐', en: 'Catering' }

/** The company pays all of an accepted catering, out of its cost centre's budget of the month where that has one. */
export async function cateringPayers(app: App, request: Catering, meals: readonly MealToPay[]): Promise<PayersQuote> {
  const { id, companyId, costCentreId, legalEntityId, serviceDate, totalMinor, menuDayId } = request
  const own = and(eq(budgets.costCentreId, costCentreId ?? ''), eq(budgets.month, serviceDate.slice(0, 7)))
  const [budget] = await app.db.select({ id: budgets.id }).from(budgets).where(own)
  return divide(meals, [
    {
      groupKey: menuDayId ?? '',
      kind: 'catering',
      ref: id,
      bucket: budget?.id ?? '',
      availableMinor: totalMinor,
      bucketLimitMinor: totalMinor,
      account: `receivable:company:${companyId}`,
      excludes: [],
      companyId,
      costCentreId,
      legalEntityId,
      name: NAME,
      reason: { code: 'catering', params: { limitMinor: totalMinor, leftMinor: totalMinor } },
    },
  ])
}
