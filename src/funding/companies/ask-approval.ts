import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { MealPeriod, ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { newId } from '../../platform/id'
import { type APPROVAL_KINDS, approvals } from '../schema/approvals'
import { companies, costCentres, employees, legalEntities } from '../schema/companies'

export interface AskApproval {
  readonly personId: string
  readonly kind: (typeof APPROVAL_KINDS)[number]
  /** How many guests; only for `guests`. */
  readonly guests?: number | undefined
  readonly askedMinor: number
  readonly reason: string
  readonly day: {
    readonly id: string
    readonly operatorId: string
    readonly siteId: string
    readonly serviceDate: ServiceDate
    readonly period: MealPeriod
    readonly cutoffAt: Date
  }
}

/**
 * Asks the company to pay more for one menu day than its rules do. Nothing is paid before somebody else says yes.
 * @throws Refusal `not_employed`, `approval_expired` after the cut-off.
 */
export const askApproval = (app: App, input: AskApproval): Promise<{ approvalId: string }> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const { personId, kind, guests, askedMinor, reason, day } = input
    const { id: menuDayId, operatorId, siteId, serviceDate, period, cutoffAt } = day
    if (cutoffAt <= app.now()) throw new Refusal('approval_expired')
    const employer = await employerOf(within, personId, operatorId)
    const approvalId = newId('apv')
    const asked = { kind, guests: kind === 'guests' ? (guests ?? 1) : null, askedMinor, reason }
    const meal = { menuDayId, siteId, serviceDate, period, cutoffAt }
    await tx.insert(approvals).values({
      id: approvalId,
      operatorId,
      personId,
      status: 'asked',
      askedAt: app.now(),
      ...employer,
      ...asked,
      ...meal,
    })
    const entry = { operatorId, actorId: personId, action: 'funding.ask-approval', subject: approvalId }
    await note(within, { ...entry, detail: { kind, askedMinor } })
    return { approvalId }
  })

async function employerOf(app: App, personId: string, operatorId: string) {
  const [employer] = await app.db
    .select({
      companyId: companies.id,
      currency: companies.currency,
      costCentreId: employees.costCentreId,
      legalEntityId: sql<string | null>`coalesce(${costCentres.legalEntityId},
        (select min(l.id) from ${legalEntities} l where l.company_id = ${companies.id}))`,
    })
    .from(employees)
    .innerJoin(companies, eq(companies.id, employees.companyId))
    .leftJoin(costCentres, eq(costCentres.id, employees.costCentreId))
    .where(and(eq(employees.personId, personId), eq(companies.operatorId, operatorId), isNull(employees.leftAt)))
    .orderBy(companies.id)
    .limit(1)
  if (!employer) throw new Refusal('not_employed')
  return employer
}

/** Takes one's own request back while nobody has decided. @throws Refusal `not_found`, `approval_decided`. */
export const withdrawApproval = (app: App, { personId, approvalId }: { personId: string; approvalId: string }) =>
  inTransaction(app.db, async (tx) => {
    const own = and(eq(approvals.id, approvalId), eq(approvals.personId, personId))
    const [known] = await tx.select({ operatorId: approvals.operatorId }).from(approvals).where(own)
    if (!known) throw new Refusal('not_found')
    const [gone] = await tx
      .update(approvals)
      .set({ status: 'withdrawn' })
      .where(and(own, eq(approvals.status, 'asked'), gt(approvals.cutoffAt, app.now())))
      .returning({ id: approvals.id })
    if (!gone) throw new Refusal('approval_decided')
    const entry = { ...known, actorId: personId, action: 'funding.withdraw-approval', subject: approvalId }
    await note({ ...app, db: tx }, entry)
  })
