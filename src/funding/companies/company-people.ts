import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { companies, costCentres, employees } from '../schema/companies'
import { invitations } from '../schema/invitations'

/** Everybody on a company's list, those who left at the end. */
export const peopleOf = (app: App, companyId: string) =>
  app.db
    .select({
      personId: employees.personId,
      number: employees.number,
      department: employees.department,
      costCentre: costCentres.code,
      shift: employees.shift,
      leftAt: employees.leftAt,
    })
    .from(employees)
    .leftJoin(costCentres, eq(costCentres.id, employees.costCentreId))
    .where(eq(employees.companyId, companyId))
    .orderBy(sql`${employees.leftAt} desc nulls first`, asc(employees.department), asc(employees.personId))

const open = and(isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt))

/** Who was asked and has not answered, as the company wrote them. */
export const openInvitations = (app: App, companyId: string) =>
  app.db
    .select({
      invitationId: invitations.id,
      email: invitations.email,
      name: invitations.name,
      number: invitations.number,
      department: invitations.department,
      personId: invitations.personId,
      hasLink: sql<boolean>`${invitations.codeHash} is not null`,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(and(eq(invitations.companyId, companyId), open))
    .orderBy(asc(invitations.name), asc(invitations.id))

/** Takes an invitation back; one that was accepted stays. @throws Refusal `not_found`. */
export const withdrawInvitation = (
  app: App,
  { companyId, invitationId, by }: { readonly companyId: string; readonly invitationId: string; readonly by: string },
): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const own = and(eq(invitations.id, invitationId), eq(invitations.companyId, companyId), open)
    const [ended] = await tx
      .update(invitations)
      .set({ withdrawnAt: app.now() })
      .where(own)
      .returning({ operatorId: invitations.operatorId })
    if (!ended) throw new Refusal('not_found')
    const entry = { ...ended, actorId: by, action: 'funding.withdraw-invitation', subject: invitationId }
    await note({ ...app, db: tx }, entry)
  })

/** Takes from people what they may do for a company; the people's context does it. */
export type Dismiss = (app: App, companyId: string, personIds: readonly string[]) => Promise<void>

/**
 * Somebody leaves: nothing new is paid from this moment, what was placed stays. Again it changes nothing.
 * @throws Refusal `not_found` for nobody of the company.
 */
export const endEmployment = (
  app: App,
  { companyId, personId, by }: { readonly companyId: string; readonly personId: string; readonly by: string },
  dismiss: Dismiss,
): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const own = and(eq(employees.companyId, companyId), eq(employees.personId, personId))
    const [known] = await tx.select().from(employees).where(own).for('update')
    if (!known) throw new Refusal('not_found')
    if (known.leftAt) return
    await tx.update(employees).set({ leftAt: app.now() }).where(own)
    await dismiss(within, companyId, [personId])
    const [company] = await tx.select().from(companies).where(eq(companies.id, companyId))
    const entry = { operatorId: company?.operatorId ?? null, actorId: by, action: 'funding.end-employment' }
    await note(within, { ...entry, subject: companyId, detail: { personId } })
  })
