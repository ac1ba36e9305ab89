import { z } from 'zod'
import { endpoint } from '../../endpoint'
import { FileAnswer, Id, Instant, Text } from '../../shapes'
import { Month } from '../spend/contract'

/** Monthly statements of companies: issued and settled by the operator, read by both. Amounts in minor units. */

const who = ['company_admin', 'operator'] as const

export const Statement = z.object({
  id: Id,
  number: z.string(),
  companyId: Id,
  legalEntity: Text,
  month: Month,
  currency: z.string(),
  totalMinor: z.number().int(),
  paidMinor: z.number().int(),
  dueOn: z.iso.date(),
  issuedAt: Instant,
})

const params = z.object({ statementId: Id })

export const listStatements = endpoint({
  method: 'get',
  path: '/api/company/statements',
  summary: 'The statements of the companies somebody looks after, newest first, and what is open by how late it is',
  who,
  answer: z.object({
    statements: z.array(Statement),
    ageing: z.array(
      z.object({ age: z.enum(['current', 'days_1_30', 'days_31_60', 'older']), openMinor: z.number().int() }),
    ),
  }),
})

export const showStatement = endpoint({
  method: 'get',
  path: '/api/company/statements/:statementId',
  summary: 'One statement with its lines by cost centre and service date; credits name the statement they correct',
  who,
  params,
  answer: Statement.extend({
    lines: z.array(
      z.object({
        costCentre: z.string(),
        serviceDate: z.iso.date(),
        kind: z.enum(['meal', 'return', 'credit']),
        correctsNumber: z.string().nullable(),
        meals: z.number().int(),
        amountMinor: z.number().int(),
      }),
    ),
  }),
})

export const statementPdf = endpoint({
  method: 'get',
  path: '/api/company/statements/:statementId/statement.pdf',
  summary: 'The statement on paper; every copy is the same byte for byte',
  who,
  params,
  answer: FileAnswer,
  file: 'application/pdf',
})

export const statementXlsx = endpoint({
  method: 'get',
  path: '/api/company/statements/:statementId/statement.xlsx',
  summary: 'The statement as a workbook; every copy is the same byte for byte',
  who,
  params,
  answer: FileAnswer,
  file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const issueStatements = endpoint({
  method: 'post',
  path: '/api/operator/companies/:companyId/statements',
  summary: 'Issue the statements of a month that is over, one a legal entity; again it changes nothing',
  who: ['operator'],
  params: z.object({ companyId: Id }),
  body: z.object({ month: Month }),
  answer: z.object({ statements: z.array(Statement) }),
  status: 201,
  idempotent: true,
})

export const noteStatementPaid = endpoint({
  method: 'post',
  path: '/api/operator/statements/:statementId/payments',
  summary: "Take in a company's bank transfer, once a reference",
  who: ['operator'],
  params,
  body: z.object({
    amountMinor: z.number().int().min(1).max(1_000_000_000),
    reference: z.string().trim().min(1).max(80),
  }),
  answer: Statement,
  status: 201,
  idempotent: true,
})
