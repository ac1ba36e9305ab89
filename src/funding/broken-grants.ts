import { sql } from 'drizzle-orm'
import type { App } from '../platform/app'
import type { SubsidyScheme } from './domain/subsidies/scheme'

interface Row extends Record<string, unknown> {
  readonly seq: number
  readonly grantId: string
  readonly spendMinor: number
  readonly rules: SubsidyScheme
}

/**
 * The grants of an order (by their place among its payers) that would not have been given had so little food been ordered:
 * their minimum spend is no longer reached. The spend that counted shrinks with the food.
 */
export async function brokenGrants(
  app: App,
  orderId: string,
  food: { readonly beforeMinor: number; readonly leftMinor: number },
): Promise<readonly number[]> {
  const { rows } = await app.db.execute<Row>(sql`
    select u.seq, u.grant_id as "grantId", u.spend_minor as "spendMinor", s.rules
    from funding.grant_uses u join funding.schemes s on s.id = u.scheme_id and s.version = u.scheme_version
    where u.order_id = ${orderId} and u.kind = 'grant' and u.released_at is null`)
  return rows.flatMap(({ seq, grantId, spendMinor, rules }) => {
    const grant = rules.grants.find(({ id }) => id === grantId)
    const left = food.beforeMinor > 0 ? Math.floor((spendMinor * food.leftMinor) / food.beforeMinor) : 0
    const { minSpend, minSpendExclusive } = grant ?? {}
    const breaks =
      (minSpend !== undefined && left < minSpend) || (minSpendExclusive !== undefined && left <= minSpendExclusive)
    return breaks || left === 0 ? [seq] : []
  })
}
