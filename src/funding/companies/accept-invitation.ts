import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { Text } from '../../kernel/text'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { companies, employees } from '../schema/companies'
import { invitations } from '../schema/invitations'
import { hashOfInvitation } from './invitation-code'

/** Lets a person order as an employee; the people's context does it. */
export type Employ = (
  app: App,
  input: {
    readonly personId: string
    readonly operatorId: string
    readonly companyId: string
    readonly name: string
    readonly replaces: string | null
  },
) => Promise<void>

/** What whoever holds the link is asked to say yes to. @throws Refusal `invitation_invalid`. */
export async function lookAtInvitation(app: App, code: string) {
  const [found] = await app.db
    .select({
      company: companies.name,
      name: invitations.name,
      department: invitations.department,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .innerJoin(companies, eq(companies.id, invitations.companyId))
    .where(and(openWith(app, code), isNull(invitations.acceptedAt)))
  if (!found) throw new Refusal('invitation_invalid')
  return found
}

/**
 * Somebody says yes: from now on the company sees them among its people and its rules pay for them. Once; the same person
 * again changes nothing.
 * @throws Refusal `invitation_invalid` for a code that is unknown, used by another, withdrawn or too old;
 * `already_employed`.
 */
export const acceptInvitation = (
  app: App,
  { personId, code }: { readonly personId: string; readonly code: string },
  employ: Employ,
): Promise<{ companyId: string; company: Text }> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const [invited] = await tx.select().from(invitations).where(openWith(app, code)).for('update')
    if (!invited || (invited.acceptedBy ?? personId) !== personId) throw new Refusal('invitation_invalid')
    const { id, companyId, operatorId, name, personId: replaces } = invited
    const [company] = await tx.select().from(companies).where(eq(companies.id, companyId))
    if (!company) throw new Refusal('invitation_invalid')
    // said yes before, and perhaps left since: the link opens nothing a second time
    if (invited.acceptedAt) return { companyId, company: company.name }
    await refuseEmployed(within, companyId, personId)
    await tx.update(invitations).set({ acceptedBy: personId, acceptedAt: app.now() }).where(eq(invitations.id, id))
    if (replaces && replaces !== personId) {
      const entry = and(eq(employees.companyId, companyId), eq(employees.personId, replaces))
      await tx.delete(employees).where(entry)
    }
    await join(within, personId, invited)
    await employ(within, { personId, operatorId, companyId, name, replaces })
    const entry = { operatorId, actorId: personId, action: 'funding.accept-invitation', subject: id }
    await note(within, { ...entry, detail: { companyId } })
    return { companyId, company: company.name }
  })

const openWith = (app: App, code: string) =>
  and(
    eq(invitations.codeHash, hashOfInvitation(app, code)),
    isNull(invitations.withdrawnAt),
    gt(invitations.expiresAt, app.now()),
  )

async function refuseEmployed(app: App, companyId: string, personId: string): Promise<void> {
  const here = and(eq(employees.companyId, companyId), eq(employees.personId, personId), isNull(employees.leftAt))
  const [known] = await app.db.select({ personId: employees.personId }).from(employees).where(here)
  if (known) throw new Refusal('already_employed')
}

/** A number somebody else got meanwhile stays theirs. */
async function join(app: App, personId: string, invited: typeof invitations.$inferSelect): Promise<void> {
  const { companyId, department, costCentreId, shift, number } = invited
  const free = sql<string>`case when exists (select 1 from ${employees} e where e.company_id = ${companyId}
    and e.number = ${number} and e.person_id <> ${personId}) then null else ${number}::text end`
  const facts = { department, costCentreId, shift, number: free, leftAt: null }
  await app.db
    .insert(employees)
    .values({ companyId, personId, ...facts })
    .onConflictDoUpdate({ target: [employees.companyId, employees.personId], set: facts })
}
