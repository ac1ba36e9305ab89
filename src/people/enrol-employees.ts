import { and, eq, inArray } from 'drizzle-orm'
import type { App } from '../platform/app'
import { newId } from '../platform/id'
import { insertAll } from '../platform/insert-all'
import { memberships, persons } from './schema'

interface Workplace {
  readonly operatorId: string
  readonly companyId: string
}

interface Enrolled {
  readonly email: string
  readonly name: string
  readonly left: boolean
}

/**
 * Makes people of a company's list, known by their e-mail address, lets them order as its employees, and takes that from
 * those who left. Answers their ids by e-mail.
 */
export async function enrolEmployees(
  app: App,
  { operatorId, companyId }: Workplace,
  people: readonly Enrolled[],
): Promise<ReadonlyMap<string, string>> {
  if (people.length === 0) return new Map()
  const emails = people.map(({ email }) => email)
  await insertAll(
    app.db,
    persons,
    people.map(({ email, name }) => ({ id: newId('per'), name, email })),
  )
  const known = await app.db
    .select({ id: persons.id, email: persons.email })
    .from(persons)
    .where(inArray(persons.email, emails))
  const ids = new Map(known.flatMap(({ id, email }) => (email ? [[email, id] as const] : [])))
  const of = (left: boolean) => people.filter((one) => one.left === left).flatMap(({ email }) => ids.get(email) ?? [])
  const held = { role: 'employee' as const, operatorId, scopeId: companyId }
  await insertAll(
    app.db,
    memberships,
    of(false).map((personId) => ({ personId, ...held })),
  )
  const gone = of(true)
  if (gone.length > 0) {
    const here = and(eq(memberships.role, 'employee'), eq(memberships.scopeId, companyId))
    await app.db.delete(memberships).where(and(here, inArray(memberships.personId, gone)))
  }
  return ids
}
