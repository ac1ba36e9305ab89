import { and, eq, isNull, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { newId } from '../../platform/id'
import { companies, costCentres, employees } from '../schema/companies'
import { invitations } from '../schema/invitations'
import { invitationEnd, newInvitationCode } from './invitation-code'

export interface InviteEmployee {
  readonly companyIds: readonly string[]
  readonly companyId: string
  readonly email: string
  readonly name: string
  readonly department: string
  readonly number?: string | undefined
  /** The company's own code. */
  readonly costCentre?: string | undefined
  readonly shift?: string | undefined
  /** Somebody on the company's list who has no account yet. */
  readonly personId?: string | undefined
  readonly invitedBy: string
}

/**
 * Asks somebody to be an employee, by a link that is told once and kept only under a key. The same address again gets a new
 * link, and the one before is worth nothing.
 * @throws Refusal `not_found` for a company, cost centre or person that is not the caller's.
 */
export const inviteEmployee = (app: App, input: InviteEmployee) =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const { companyIds, companyId, personId, invitedBy } = input
    const [company] = await tx.select().from(companies).where(eq(companies.id, companyId))
    if (!company || !companyIds.includes(companyId)) throw new Refusal('not_found')
    const costCentreId = input.costCentre ? await centreOf(within, companyId, input.costCentre) : null
    if (personId) await requireEmployee(within, companyId, personId)
    const { code, codeHash, expiresAt } = newInvitationCode(app)
    const { operatorId } = company
    const facts = { ...factsOf(input), costCentreId, invitedBy, personId: personId ?? null }
    const [invited] = await keepInvitations(within, { operatorId, companyId }, [{ ...facts, codeHash, expiresAt }])
    if (!invited) throw new Error('no invitation was written')
    const entry = { operatorId, actorId: invitedBy, action: 'funding.invite-employee', subject: invited.id }
    await note(within, { ...entry, detail: { companyId, again: !invited.fresh } })
    return { invitationId: invited.id, code, expiresAt }
  })

const factsOf = ({ email, name, department, number, shift }: InviteEmployee) => {
  return { email: email.toLowerCase(), name, department, number: number ?? null, shift: shift ?? null }
}

async function centreOf(app: App, companyId: string, code: string): Promise<string> {
  const own = and(eq(costCentres.companyId, companyId), eq(costCentres.code, code))
  const [centre] = await app.db.select({ id: costCentres.id }).from(costCentres).where(own)
  if (!centre) throw new Refusal('not_found')
  return centre.id
}

async function requireEmployee(app: App, companyId: string, personId: string): Promise<void> {
  const own = and(eq(employees.companyId, companyId), eq(employees.personId, personId), isNull(employees.leftAt))
  const [found] = await app.db.select({ personId: employees.personId }).from(employees).where(own)
  if (!found) throw new Refusal('not_found')
}

type Kept = Omit<
  typeof invitations.$inferInsert,
  'id' | 'operatorId' | 'companyId' | 'invitedAt' | 'expiresAt' | 'codeHash'
> & { readonly codeHash?: string; readonly expiresAt?: Date }

/** Writes invitations in one statement, one an address; without a code a link that was made stays as it is. */
export const keepInvitations = (
  app: App,
  company: { readonly operatorId: string; readonly companyId: string },
  wanted: readonly Kept[],
) =>
  app.db
    .insert(invitations)
    .values(
      wanted.map((one) => {
        return { expiresAt: invitationEnd(app), ...one, ...company, id: newId('ivt'), invitedAt: app.now() }
      }),
    )
    .onConflictDoUpdate({
      target: [invitations.companyId, invitations.email],
      targetWhere: sql`accepted_at is null and withdrawn_at is null`,
      set: {
        name: sql`excluded.name`,
        number: sql`excluded.number`,
        department: sql`excluded.department`,
        costCentreId: sql`excluded.cost_centre_id`,
        shift: sql`excluded.shift`,
        personId: sql`coalesce(excluded.person_id, ${invitations.personId})`,
        expiresAt: sql`case when excluded.code_hash is null then ${invitations.expiresAt} else excluded.expires_at end`,
        codeHash: sql`coalesce(excluded.code_hash, ${invitations.codeHash})`,
      },
    })
    .returning({ id: invitations.id, email: invitations.email, fresh: sql<boolean>`xmax = 0` })
