import { inArray } from 'drizzle-orm'
import type { Db } from '../../platform/database'
import { type Rules, USUAL_RULES } from '../domain/rules'
import { purchasingRules } from '../schema/purchasing'

/** The limits and tolerances of some tenants, the usual ones for those that decided nothing. */
export async function readRules(db: Db, operatorIds: readonly string[]): Promise<ReadonlyMap<string, Rules>> {
  const rows = await db
    .select()
    .from(purchasingRules)
    .where(inArray(purchasingRules.operatorId, [...operatorIds]))
  const set = new Map(rows.map(({ operatorId, ...rules }) => [operatorId, rules]))
  return new Map(operatorIds.map((operatorId) => [operatorId, set.get(operatorId) ?? USUAL_RULES]))
}

/** The limits and tolerances of one tenant. */
export const rulesOf = async (db: Db, operatorId: string): Promise<Rules> =>
  (await readRules(db, [operatorId])).get(operatorId) ?? USUAL_RULES
