import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { App } from '../platform/app'
import { memberships, persons, type Role } from './schema'

export interface Membership {
  readonly role: Role
  readonly operatorId: string
  readonly scopeId: string
}

export interface Identity {
  readonly personId: string
  readonly name: string
  readonly locale: 'zh-CN' | 'en'
  readonly memberships: readonly Membership[]
}

/** Who a verified token speaks for: a customer by Medusa's customer id, everybody else by our own. */
export async function findIdentity(
  app: App,
  who: { customerId: string } | { personId: string },
): Promise<Identity | undefined> {
  const chosen = 'customerId' in who ? eq(persons.customerId, who.customerId) : eq(persons.id, who.personId)
  const rows = await app.db
    .select({
      personId: persons.id,
      name: persons.name,
      locale: persons.locale,
      memberships: sql<Membership[]>`coalesce((
        select jsonb_agg(jsonb_build_object('role', role, 'operatorId', operator_id, 'scopeId', scope_id))
        from ${memberships} where person_id = people.persons.id), '[]')`,
    })
    .from(persons)
    .where(chosen)
  return rows[0]
}

/**
 * Which of Medusa's log-ins an e-mail address belongs to: who works here is a member; an unknown one, and somebody a company
 * entered who has just registered, is tried as a customer's.
 */
export async function loginOf(app: App, email: string): Promise<'customer' | 'member'> {
  const [person] = await app.db
    .select({
      customerId: persons.customerId,
      works: sql<boolean>`exists (select 1 from ${memberships} where person_id = people.persons.id
        and role not in ('resident', 'employee', 'company_admin'))`,
    })
    .from(persons)
    .where(eq(persons.email, email))
  return person && person.customerId === null && person.works ? 'member' : 'customer'
}

/** Medusa's customer ids of those persons who have one. */
export async function customersOf(app: App, personIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await app.db
    .select({ personId: persons.id, customerId: persons.customerId })
    .from(persons)
    .where(and(inArray(persons.id, [...personIds]), isNotNull(persons.customerId)))
  return new Map(rows.flatMap(({ personId, customerId }) => (customerId ? [[personId, customerId] as const] : [])))
}

/** How some people are addressed, by id. */
export async function namesOf(app: App, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await app.db
    .select({ id: persons.id, name: persons.name })
    .from(persons)
    .where(inArray(persons.id, [...personIds]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Names for a company's own list of its people. */
export const peopleByIds = (app: App, personIds: readonly string[]) =>
  app.db
    .select({
      personId: persons.id,
      name: persons.name,
      email: persons.email,
      hasAccount: sql<boolean>`${persons.customerId} is not null`,
    })
    .from(persons)
    .where(inArray(persons.id, [...personIds]))
