import type { App } from '../platform/app'
import { insertAll } from '../platform/insert-all'
import { companies, employees } from './schema/companies'

export interface ImportCompanies {
  readonly companies: readonly (typeof companies.$inferInsert)[]
  readonly employees: readonly (typeof employees.$inferInsert)[]
}

/** Registers companies with their people. Those that are known are left. Returns the new rows by table. */
export const importCompanies = (app: App, input: ImportCompanies): Promise<Record<keyof ImportCompanies, number>> =>
  app.db.transaction(async (tx) => ({
    companies: await insertAll(tx, companies, input.companies),
    employees: await insertAll(tx, employees, input.employees),
  }))
