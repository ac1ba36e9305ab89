import { z } from 'zod'
import { MealPeriod, ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Id, Instant, Text } from '../../shapes'

/** What employees ask for beyond the rules, for those who decide. Amounts in minor units. */

const who = ['company_admin', 'employee'] as const

export const Approval = z.object({
  approvalId: Id,
  kind: z.enum(['guests', 'over_limit']),
  site: Text,
  serviceDate: ServiceDate,
  period: MealPeriod,
  cutoffAt: Instant,
  /** How many guests eat; null where it is about a limit. */
  guests: z.number().int().nullable(),
  askedMinor: z.number().int(),
  approvedMinor: z.number().int(),
  usedMinor: z.number().int(),
  currency: z.string(),
  reason: z.string(),
  /** Nobody decided before the cut-off: expired. */
  status: z.enum(['asked', 'approved', 'declined', 'withdrawn', 'expired']),
  askedAt: Instant,
  decisionReason: z.string().nullable(),
})

/** With the asker's name: no dish and no diet goes with it. */
export const Asked = Approval.extend({
  companyId: Id,
  name: z.string(),
  costCentre: z.string().nullable(),
  own: z.boolean(),
})

export const listApprovals = endpoint({
  method: 'get',
  path: '/api/company/approvals',
  summary: 'What the people of the companies somebody administers, or of the cost centres they own, have asked for',
  who,
  answer: z.object({ approvals: z.array(Asked) }),
})

export const decideApproval = endpoint({
  method: 'post',
  path: '/api/company/approvals/:approvalId/decision',
  summary: 'Approve all or a part of a request, or decline it, with a reason; once, and before the cut-off',
  who,
  params: z.object({ approvalId: Id }),
  body: z.object({
    decision: z.enum(['approve', 'decline']),
    amountMinor: z.number().int().min(1).max(10_000_000).optional(),
    reason: z.string().trim().max(300).default(''),
  }),
  answer: z.object({ approvals: z.array(Asked) }),
  idempotent: true,
})
