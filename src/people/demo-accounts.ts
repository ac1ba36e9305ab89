import { asc, eq, like, sql } from 'drizzle-orm'
import type { App } from '../platform/app'
import { memberships, persons } from './schema'

/** Accounts under this domain exist in the demo city only and log in nowhere else. */
export const DEMO_DOMAIN = '@linli.example'
export const DEMO_PASSWORD = 'linli-demo-2026'

/** One account a role, the one with the shortest name, for the log-in page of a demo. */
export async function listDemoAccounts(app: App): Promise<{ role: string; email: string; password: string }[]> {
  if (!app.config.DEMO) return []
  const rows = await app.db
    .selectDistinctOn([memberships.role], { role: memberships.role, email: persons.email })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .where(like(persons.email, `%${DEMO_DOMAIN}`))
    .orderBy(memberships.role, sql`length(${persons.email})`, asc(persons.email))
  return rows.flatMap(({ role, email }) => (email ? [{ role, email, password: DEMO_PASSWORD }] : []))
}
