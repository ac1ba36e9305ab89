import { and, desc, eq, gt, inArray, or, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { approvals } from '../schema/approvals'
import { costCentres } from '../schema/companies'

/** Who decides: an administrator of some companies, or the owner of a cost centre. */
export interface Approver {
  readonly personId: string
  /** Administered by the approver. */
  readonly companyIds: readonly string[]
}

export interface DecideApproval extends Approver {
  readonly approvalId: string
  readonly decision: 'approve' | 'decline'
  /** At most what was asked, which is also what is meant without it. */
  readonly amountMinor?: number | undefined
  readonly reason: string
}

const within = ({ personId, companyIds }: Approver) =>
  or(
    inArray(approvals.companyId, [...companyIds, '']),
    sql`exists (select 1 from ${costCentres} c where c.id = ${approvals.costCentreId} and c.owner_id = ${personId})`,
  )

/**
 * Says yes or no to what an employee asked for, once: of two who decide at the same moment one finds it decided.
 * @throws Refusal `not_found`, `own_approval`, `approval_decided`, `approval_expired` after the cut-off.
 */
export const decideApproval = (app: App, input: DecideApproval): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const { personId, approvalId, decision, amountMinor, reason } = input
    const [asked] = await tx
      .select()
      .from(approvals)
      .where(and(eq(approvals.id, approvalId), within(input)))
    if (!asked) throw new Refusal('not_found')
    if (asked.personId === personId) throw new Refusal('own_approval')
    const approvedMinor = decision === 'approve' ? Math.min(amountMinor ?? asked.askedMinor, asked.askedMinor) : 0
    const status = decision === 'approve' ? ('approved' as const) : ('declined' as const)
    const decided = { decidedAt: app.now(), decidedBy: personId, decisionReason: reason }
    const [done] = await tx
      .update(approvals)
      .set({ status, approvedMinor, ...decided })
      .where(and(eq(approvals.id, approvalId), eq(approvals.status, 'asked'), gt(approvals.cutoffAt, app.now())))
      .returning({ id: approvals.id })
    if (!done) throw new Refusal(asked.cutoffAt <= app.now() ? 'approval_expired' : 'approval_decided')
    const { operatorId } = asked
    const entry = { operatorId, actorId: personId, action: `funding.${decision}-approval`, subject: approvalId }
    await note({ ...app, db: tx }, { ...entry, detail: { approvedMinor } })
  })

const MOST = 200

/** What an approver may decide or has been decided there, newest first. */
export const approvalsFor = (app: App, approver: Approver) =>
  app.db.select(shown).from(approvals).where(within(approver)).orderBy(desc(approvals.askedAt)).limit(MOST)

/** What somebody asked for, newest first. */
export const approvalsOf = (app: App, personId: string) =>
  app.db
    .select(shown)
    .from(approvals)
    .where(eq(approvals.personId, personId))
    .orderBy(desc(approvals.askedAt))
    .limit(MOST)

const shown = {
  approvalId: approvals.id,
  companyId: approvals.companyId,
  personId: approvals.personId,
  costCentre: sql<string | null>`(select c.code from ${costCentres} c where c.id = ${approvals.costCentreId})`,
  kind: approvals.kind,
  menuDayId: approvals.menuDayId,
  siteId: approvals.siteId,
  serviceDate: approvals.serviceDate,
  period: approvals.period,
  cutoffAt: approvals.cutoffAt,
  guests: approvals.guests,
  askedMinor: approvals.askedMinor,
  approvedMinor: approvals.approvedMinor,
  usedMinor: approvals.usedMinor,
  currency: approvals.currency,
  reason: approvals.reason,
  status: approvals.status,
  askedAt: approvals.askedAt,
  decisionReason: approvals.decisionReason,
}

export type Approval = Awaited<ReturnType<typeof approvalsOf>>[number]

/** What a request has come to: nobody decided in time is `expired`. */
export const stateOf = ({ status, cutoffAt }: Pick<Approval, 'status' | 'cutoffAt'>, now: Date) =>
  status === 'asked' && cutoffAt <= now ? ('expired' as const) : status
