import type { App } from '../../platform/app'
import { insertAll } from '../../platform/insert-all'
import { settlementRules } from '../schema/settlement'

/** Writes rules down; those that stand already are kept as they are. */
export const setRules = (app: App, rules: readonly (typeof settlementRules.$inferInsert)[]): Promise<number> =>
  insertAll(app.db, settlementRules, rules)
