import type { App } from '../platform/app'
import { insertAll } from '../platform/insert-all'
import { companies, companySites, costCentres, employees, legalEntities } from './schema/companies'
import { allowanceRules, budgets } from './schema/rules'

export interface ImportCompanies {
  readonly companies: readonly (typeof companies.$inferInsert)[]
  readonly legalEntities: readonly (typeof legalEntities.$inferInsert)[]
  readonly costCentres: readonly (typeof costCentres.$inferInsert)[]
  readonly employees: readonly (typeof employees.$inferInsert)[]
  readonly allowanceRules: readonly (typeof allowanceRules.$inferInsert)[]
  readonly companySites: readonly (typeof companySites.$inferInsert)[]
  readonly budgets: readonly (typeof budgets.$inferInsert)[]
}

/** Registers companies with their people, rules and budgets. Those that are known are left. Returns the new rows by table. */
export const importCompanies = (app: App, input: ImportCompanies): Promise<Record<keyof ImportCompanies, number>> =>
  app.db.transaction(async (tx) => ({
    companies: await insertAll(tx, companies, input.companies),
    legalEntities: await insertAll(tx, legalEntities, input.legalEntities),
    costCentres: await insertAll(tx, costCentres, input.costCentres),
    employees: await insertAll(tx, employees, input.employees),
    allowanceRules: await insertAll(tx, allowanceRules, input.allowanceRules),
    companySites: await insertAll(tx, companySites, input.companySites),
    budgets: await insertAll(tx, budgets, input.budgets),
  }))
