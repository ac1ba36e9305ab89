import { z } from 'zod'
import { endpoint } from '../../endpoint'
import { Id, Upload } from '../../shapes'

/** A company's list of its people, by sheet. */

export const importEmployees = endpoint({
  method: 'post',
  path: '/api/company/companies/:companyId/employees/import',
  summary:
    'Take people over from an XLSX or CSV file (number, name, email, department; cost_centre, shift, left). Lines with mistakes are reported and left out; the same file again changes nothing; who left is cut off at once',
  who: ['company_admin'],
  params: z.object({ companyId: Id }),
  body: z.object({ file: Upload }),
  answer: z.object({
    added: z.number().int(),
    changed: z.number().int(),
    left: z.number().int(),
    unchanged: z.number().int(),
    /** The heading is line 1. */
    errors: z.array(z.object({ line: z.number().int(), column: z.string(), code: z.string(), value: z.string() })),
  }),
  idempotent: true,
  upload: true,
})
