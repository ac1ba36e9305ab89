import type { z } from 'zod'
import type { PaperRow } from '../../../procurement/suppliers/list-papers'
import { type Paper, PaperKind } from './papers'

/** A paper as both sides see it. A kind from before that nobody knows is shown as an inspection report. */
export const paperView = (row: PaperRow): z.input<typeof Paper> => ({
  id: row.id,
  supplierId: row.supplierId,
  supplier: row.supplier,
  kind: PaperKind.catch('inspection_report').parse(row.kind),
  validFrom: row.validFrom,
  validTo: row.validTo,
  status: row.status,
  note: row.note,
  fileId: row.fileId,
  filedAt: row.filedAt,
})

/** Days from one to the other, negative when it is over. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
