import { and, eq, isNull, sql } from 'drizzle-orm'
import type { App } from '../platform/app'
import { dismissEmployees } from './enrol-employees'
import { memberships, persons } from './schema'

export interface EmployPerson {
  readonly personId: string
  readonly operatorId: string
  readonly companyId: string
  /** As the company wrote it; taken over where the person never said. */
  readonly name: string
  /** Somebody the company entered who never had an account: this person, as it turns out. */
  readonly replaces: string | null
}

/** Lets somebody who agreed order as a company's employee, in the place of the entry that stood for them. */
export async function employPerson(app: App, input: EmployPerson): Promise<void> {
  const { personId, operatorId, companyId, name, replaces } = input
  await app.db
    .insert(memberships)
    .values({ personId, role: 'employee', operatorId, scopeId: companyId })
    .onConflictDoNothing()
  await app.db
    .update(persons)
    .set({ name })
    .where(and(eq(persons.id, personId), eq(persons.name, '')))
  if (!replaces || replaces === personId) return
  await dismissEmployees(app, companyId, [replaces])
  const [entry] = await app.db
    .update(persons)
    .set({ email: null })
    .from(sql`(select email as was from people.persons where id = ${replaces}) old`)
    .where(and(eq(persons.id, replaces), isNull(persons.customerId)))
    .returning({ email: sql<string | null>`old.was` })
  if (!entry?.email) return
  // only now: an address belongs to one person
  await app.db
    .update(persons)
    .set({ email: entry.email })
    .where(and(eq(persons.id, personId), isNull(persons.email)))
}
