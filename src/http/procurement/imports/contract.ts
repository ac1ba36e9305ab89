import { z } from 'zod'
import { endpoint } from '../../endpoint'
import { FileAnswer, Id, Upload } from '../../shapes'

/** Suppliers, items, prices and what sites keep from a sheet: all of it or nothing. */

const who = ['procurement', 'operator'] as const
export const ImportKind = z.enum(['suppliers', 'items', 'prices', 'stocking'])

export const importSheet = endpoint({
  method: 'post',
  path: '/api/procurement/imports/:kind',
  summary:
    'Read an XLSX or CSV file; `commit: false` only checks it. With one error nothing is taken over; the same file again changes nothing',
  who,
  params: z.object({ kind: ImportKind }),
  body: z.object({ operatorId: Id, file: Upload, commit: z.boolean().default(false) }),
  answer: z.object({
    /** False when errors were found or it was only checked. */
    committed: z.boolean(),
    rows: z.number().int(),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    /** At most 500; row 1 is the heading. */
    errors: z.array(
      z.object({
        row: z.number().int(),
        column: z.string(),
        /**
         * Of the sheet: `missing_column`, `twice`. Of a cell: `required`, `number`, `range`, `format`, `unknown_value`, `order`
         * (price breaks). Of what stands: `unknown` (an id nobody knows), `taken` (another tenant's), `shared` (an item another
         * tenant uses as well), `unit_fixed` (an item's unit never changes).
         */
        code: z.string(),
        value: z.string(),
      }),
    ),
  }),
  idempotent: true,
  upload: true,
})

export const sheetTemplate = endpoint({
  method: 'get',
  path: '/api/procurement/imports/:kind/template.csv',
  summary: 'What stands now, in the columns an import takes: change it and read it in again',
  who,
  params: z.object({ kind: ImportKind }),
  query: z.object({ operatorId: Id }),
  answer: FileAnswer,
  file: 'text/csv',
})
