import { z } from 'zod'
import { Approval } from '../../company/approvals/contract'
import { endpoint } from '../../endpoint'
import { Id, Instant, Text } from '../../shapes'

/** What somebody has to do with the company they work for. */

const Code = z.string().trim().min(16).max(40)

export const lookAtInvitation = endpoint({
  method: 'post',
  path: '/api/store/invitations/look',
  summary: 'What an invitation asks one to say yes to; changes nothing',
  who: ['anyone'],
  body: z.object({ code: Code }),
  answer: z.object({ company: Text, name: z.string(), department: z.string(), expiresAt: Instant }),
})

export const acceptInvitation = endpoint({
  method: 'post',
  path: '/api/store/invitations',
  summary: "Become a company's employee, with an account of one's own; the same person again changes nothing",
  who: ['guest'],
  body: z.object({ code: Code }),
  answer: z.object({ companyId: Id, company: Text }),
  status: 201,
  idempotent: true,
})

const Own = z.object({ approvals: z.array(Approval) })

export const listOwnApprovals = endpoint({
  method: 'get',
  path: '/api/store/approvals',
  summary: 'What the caller asked their company to pay beyond its rules, and what came of it',
  who: ['employee'],
  answer: Own,
})

export const askApproval = endpoint({
  method: 'post',
  path: '/api/store/approvals',
  summary:
    'Ask for guest meals, or for more than the limit, on one menu day; pays up to what is approved until the cut-off',
  who: ['employee'],
  body: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('guests'),
      menuDayId: Id,
      guests: z.number().int().min(1).max(50),
      /** For all guests together. */
      amountMinor: z.number().int().min(1).max(10_000_000),
      reason: z.string().trim().min(1).max(300),
    }),
    z.object({
      kind: z.literal('over_limit'),
      menuDayId: Id,
      amountMinor: z.number().int().min(1).max(10_000_000),
      reason: z.string().trim().min(1).max(300),
    }),
  ]),
  answer: Own,
  status: 201,
  idempotent: true,
})

export const withdrawApproval = endpoint({
  method: 'post',
  path: '/api/store/approvals/:approvalId/withdrawal',
  summary: 'Take back what nobody has decided yet',
  who: ['employee'],
  params: z.object({ approvalId: Id }),
  answer: Own,
  idempotent: true,
})
