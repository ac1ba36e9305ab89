import { z } from 'zod'
import { endpoint } from '../../endpoint'
import { Id, Instant, Upload } from '../../shapes'

/** A company's list of its people: by sheet, one by one, and by invitation. */

const who = ['company_admin'] as const
const params = z.object({ companyId: Id })
const Word = z.string().trim().min(1).max(80)

const Imported = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  left: z.number().int(),
  unchanged: z.number().int(),
  /** Whose address is somebody's own account: on the list once they accept. */
  invited: z.number().int(),
  /** The heading is line 1. */
  errors: z.array(z.object({ line: z.number().int(), column: z.string(), code: z.string(), value: z.string() })),
})

const Invitation = z.object({
  invitationId: Id,
  email: z.string(),
  name: z.string(),
  number: z.string().nullable(),
  department: z.string(),
  /** Stands for somebody on the list who has no account yet. */
  personId: Id.nullable(),
  /** Whether a link was made that is still good. */
  hasLink: z.boolean(),
  expiresAt: Instant,
})

export const People = z.object({
  people: z.array(
    z.object({
      personId: Id,
      name: z.string(),
      email: z.string().nullable(),
      number: z.string().nullable(),
      department: z.string(),
      costCentre: z.string().nullable(),
      shift: z.string().nullable(),
      hasAccount: z.boolean(),
      leftAt: Instant.nullable(),
    }),
  ),
  invitations: z.array(Invitation),
})

export const showPeople = endpoint({
  method: 'get',
  path: '/api/company/companies/:companyId/people',
  summary: 'Everybody on the list, those who left at the end, and who was invited and has not answered',
  who,
  params,
  answer: People,
})

export const addEmployee = endpoint({
  method: 'post',
  path: '/api/company/companies/:companyId/people',
  summary: 'Put one person on the list, by the rules of the sheet: an address with an account of its own is invited',
  who,
  params,
  body: z.object({
    number: Word,
    name: Word,
    email: z.email().max(80),
    department: Word,
    costCentre: Word.optional(),
    shift: Word.optional(),
  }),
  answer: Imported,
  status: 201,
  idempotent: true,
})

export const endEmployment = endpoint({
  method: 'post',
  path: '/api/company/companies/:companyId/people/:personId/leave',
  summary: 'Cut somebody off at once; what was placed stays',
  who,
  params: params.extend({ personId: Id }),
  answer: People,
  idempotent: true,
})

export const inviteEmployee = endpoint({
  method: 'post',
  path: '/api/company/companies/:companyId/invitations',
  summary:
    'Make an invitation, or a new link for one that stands. The code is told once, for a link to /join#CODE; good for two weeks and one person',
  who,
  params,
  body: z.object({
    name: Word,
    email: z.email().max(80),
    department: Word,
    number: Word.optional(),
    costCentre: Word.optional(),
    shift: Word.optional(),
    /** Somebody on the list who has no account yet. */
    personId: Id.optional(),
  }),
  answer: z.object({ invitationId: Id, code: z.string(), expiresAt: Instant }),
  status: 201,
})

export const withdrawInvitation = endpoint({
  method: 'delete',
  path: '/api/company/companies/:companyId/invitations/:invitationId',
  summary: 'Take an invitation back that nobody has accepted',
  who,
  params: params.extend({ invitationId: Id }),
  answer: People,
})

export const importEmployees = endpoint({
  method: 'post',
  path: '/api/company/companies/:companyId/employees/import',
  summary:
    'Take people over from an XLSX or CSV file (number, name, email, department; cost_centre, shift, left). Lines with mistakes are reported and left out; the same file again changes nothing; who left is cut off at once',
  who,
  params,
  body: z.object({ file: Upload }),
  answer: Imported,
  idempotent: true,
  upload: true,
})
