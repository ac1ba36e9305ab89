import { z } from 'zod'
import { ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Day, FileAnswer, Id, Instant, Text, Upload } from '../../shapes'

/** Members, schemes and what funders are asked for. Nobody's age, tag or document is answered here. */

const who = ['operator'] as const
const tenant = z.object({ operatorId: Id })
/** `YYYY-MM` of service dates. */
const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)

export const Member = z.object({
  memberId: Id,
  name: z.string(),
  code: z.string(),
  card: z.string().nullable(),
  idLast4: z.string().nullable(),
  checkedBy: z.enum(['none', 'document', 'authority']),
  joinedOn: ServiceDate,
  schemes: z.array(z.string()),
})

export const Claim = z.object({
  /** Null while it is not issued: what would stand in it now. */
  claimId: Id.nullable(),
  schemeId: z.string(),
  scheme: Text,
  funder: z.string(),
  month: Month,
  lines: z.number().int(),
  amountMinor: z.number().int(),
  currency: z.string(),
  issuedAt: Instant.nullable(),
})

export const Signal = z.object({
  kind: z.enum(['impossible_travel', 'single_payer', 'bulk_takeaway', 'typed_codes']),
  /** A funder's pseudonym, or the name of who paid or sold. */
  subject: z.string(),
  sites: z.array(Text),
  serviceDate: ServiceDate,
  count: z.number().int(),
  firstAt: Instant,
  lastAt: Instant,
  /** Names it for a review. */
  signal: Id,
  review: z
    .object({ outcome: z.enum(['harmless', 'watching', 'misuse']), note: z.string(), by: z.string(), at: Instant })
    .nullable(),
})

export const listMembers = endpoint({
  method: 'get',
  path: '/api/operator/tenants/:operatorId/members',
  summary: "A tenant's register of members",
  who,
  params: tenant,
  answer: z.object({ members: z.array(Member) }),
})

export const importMembers = endpoint({
  method: 'post',
  path: '/api/operator/tenants/:operatorId/members/import',
  summary:
    'Takes a register over from CSV or XLSX: name, birth_date, national_id, card, tags, schemes. Wrong lines are told, the others taken; the same file again changes nothing',
  who,
  params: tenant,
  body: z.object({ file: Upload }),
  answer: z.object({
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    /** At most 500; line 1 is the heading. */
    errors: z.array(z.object({ line: z.number().int(), column: z.string(), code: z.string(), value: z.string() })),
  }),
  idempotent: true,
  upload: true,
})

export const eraseMember = endpoint({
  method: 'post',
  path: '/api/operator/tenants/:operatorId/members/:memberId/erasure',
  summary: 'Forgets a member: birth date, tags, document and card are deleted; grants stay under the pseudonym',
  who,
  params: tenant.extend({ memberId: Id }),
  answer: z.object({ erased: z.literal(true) }),
  idempotent: true,
})

export const listSchemes = endpoint({
  method: 'get',
  path: '/api/operator/tenants/:operatorId/schemes',
  summary: 'Subsidy schemes and the canteens where they are valid',
  who,
  params: tenant,
  answer: z.object({
    schemes: z.array(
      z.object({
        schemeId: z.string(),
        version: z.number().int(),
        name: Text,
        source: z.string(),
        validFrom: ServiceDate,
        validTo: ServiceDate.nullable(),
        sites: z.array(Text),
      }),
    ),
  }),
})

export const listClaims = endpoint({
  method: 'get',
  path: '/api/operator/tenants/:operatorId/claims',
  summary: 'What funders are asked for a month, issued or as it would be now',
  who,
  params: tenant,
  query: z.object({ month: Month }),
  answer: z.object({ claims: z.array(Claim) }),
})

export const issueClaim = endpoint({
  method: 'post',
  path: '/api/operator/tenants/:operatorId/claims',
  summary: 'Writes a claim once its month is over; asked again it is the one that stands',
  who,
  params: tenant,
  body: z.object({ schemeId: Id, funder: z.string().min(1).max(60), month: Month }),
  answer: z.object({ claimId: Id }),
  status: 201,
  idempotent: true,
})

export const claimFile = endpoint({
  method: 'get',
  path: '/api/operator/claims/:claimId/file',
  summary: 'A claim as CSV or XLSX, one line a meal; always the same bytes',
  who,
  params: z.object({ claimId: Id }),
  query: z.object({ format: z.enum(['csv', 'xlsx']).default('csv') }),
  answer: FileAnswer,
  file: 'text/csv',
})

export const listSignals = endpoint({
  method: 'get',
  path: '/api/operator/tenants/:operatorId/subsidy-signals',
  summary: 'Grants somebody should look at',
  who,
  params: tenant,
  query: z.object({ from: Day, to: Day }),
  answer: z.object({ signals: z.array(Signal) }),
})

export const reviewSignal = endpoint({
  method: 'post',
  path: '/api/operator/tenants/:operatorId/subsidy-signals/:signal/review',
  summary: 'Say that somebody looked at a signal, and what came of it',
  who,
  params: tenant.extend({ signal: Id }),
  body: z.object({
    serviceDate: Day,
    outcome: z.enum(['harmless', 'watching', 'misuse']),
    note: z.string().trim().max(300).default(''),
  }),
  answer: z.object({ done: z.literal(true) }),
  idempotent: true,
})
