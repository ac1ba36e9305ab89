import { and, eq, inArray, sql } from 'drizzle-orm'
import type { App } from '../platform/app'
import { newId } from '../platform/id'
import { insertAll } from '../platform/insert-all'
import { memberships, persons } from './schema'

interface Workplace {
  readonly operatorId: string
  readonly companyId: string
}

interface Enrolled {
  /** Whom the company's list means by this number already. */
  readonly personId?: string | undefined
  readonly email: string
  readonly name: string
  readonly left: boolean
}

/**
 * Makes people of a company's list and lets them order as its employees, and takes that from those who left. Answers their
 * ids by e-mail. An address that belongs to somebody the company does not employ is left out: it is theirs to say yes.
 */
export async function enrolEmployees(
  app: App,
  { operatorId, companyId }: Workplace,
  people: readonly Enrolled[],
): Promise<ReadonlyMap<string, string>> {
  if (people.length === 0) return new Map()
  const ids = new Map(people.flatMap(({ email, personId }) => (personId ? [[email, personId] as const] : [])))
  const unknown = people.filter(({ personId }) => !personId)
  for (const [email, id] of await makePeople(app, companyId, unknown)) ids.set(email, id)
  const of = (left: boolean) => people.filter((one) => one.left === left).flatMap(({ email }) => ids.get(email) ?? [])
  const held = { role: 'employee' as const, operatorId, scopeId: companyId }
  await insertAll(
    app.db,
    memberships,
    of(false).map((personId) => ({ personId, ...held })),
  )
  await dismissEmployees(app, companyId, of(true))
  return ids
}

/** From now on some people order nothing as employees of a company. */
export async function dismissEmployees(app: App, companyId: string, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  const here = and(eq(memberships.role, 'employee'), eq(memberships.scopeId, companyId))
  await app.db.delete(memberships).where(and(here, inArray(memberships.personId, [...personIds])))
}

/** Those who are new, and those who work at the company already. */
async function makePeople(app: App, companyId: string, people: readonly Enrolled[]) {
  if (people.length === 0) return []
  const drafts = people.map(({ email, name }) => ({ id: newId('per'), name, email }))
  await insertAll(app.db, persons, drafts)
  const made = new Set(drafts.map(({ id }) => id))
  const standing = await app.db
    .select({
      id: persons.id,
      email: persons.email,
      here: sql<boolean>`exists (select 1 from ${memberships} m where m.person_id = ${persons.id}
        and m.role = 'employee' and m.scope_id = ${companyId})`,
    })
    .from(persons)
    .where(
      inArray(
        persons.email,
        people.map(({ email }) => email),
      ),
    )
  return standing.flatMap(({ id, email, here }) => (email && (here || made.has(id)) ? [[email, id] as const] : []))
}
