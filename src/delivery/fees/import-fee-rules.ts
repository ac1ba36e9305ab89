import type { App } from '../../platform/app'
import { insertAll } from '../../platform/insert-all'
import { feeRules } from '../schema/fees'

/** Writes fee rules down as they are; what is known already is left. Answers how many are new. */
export const importFeeRules = (app: App, rules: readonly (typeof feeRules.$inferInsert)[]): Promise<number> =>
  insertAll(app.db, feeRules, rules)
