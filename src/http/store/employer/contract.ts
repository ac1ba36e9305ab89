import { z } from 'zod'
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
