import { asc, inArray } from 'drizzle-orm'
import { roadMetres, type Spot } from '../../kernel/distance'
import type { App } from '../../platform/app'
import { type Drop, type Fee, feeFor, type FeeRule } from '../domain/fee'
import { feeRules } from '../schema/fees'

/** A rule and whose it is. */
export interface OwnedRule extends FeeRule {
  readonly operatorId: string
}

/** The rules of some operators. */
export const feeRulesOf = (app: App, operatorIds: readonly string[]): Promise<OwnedRule[]> =>
  app.db
    .select()
    .from(feeRules)
    .where(inArray(feeRules.operatorId, [...operatorIds]))
    .orderBy(asc(feeRules.fromMetres), asc(feeRules.fromMinor), asc(feeRules.id))

/** A drop by its two ends. */
export interface DropBetween extends Omit<Drop, 'metres'> {
  readonly kitchen: Spot
  readonly building: Spot
}

/**
 * What a drop costs and why. The way is measured along the straight line, whoever else measures roads: a price must not
 * change because a service is down.
 */
export const quoteFee = (rules: readonly FeeRule[], { kitchen, building, ...drop }: DropBetween): Fee =>
  feeFor(rules, { ...drop, metres: roadMetres(kitchen, building) })
