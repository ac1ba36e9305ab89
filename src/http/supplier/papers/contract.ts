import { z } from 'zod'
import { Paper, PaperKind } from '../../procurement/suppliers/papers'
import { endpoint } from '../../endpoint'
import { Day, Id, Upload } from '../../shapes'

/** A supplier's certificates: it files them, the buyer accepts them. */

const who = ['supplier'] as const

export const listPapers = endpoint({
  method: 'get',
  path: '/api/supplier/papers',
  summary: 'The supplier’s own papers, the first to end first',
  who,
  answer: z.object({ papers: z.array(Paper.extend({ daysLeft: z.number().int() })) }),
})

export const uploadPaper = endpoint({
  method: 'post',
  path: '/api/supplier/papers',
  summary: 'File a certificate: PDF, JPEG, PNG or WebP up to 4 MB. It counts once the buyer has accepted it',
  who,
  body: z.object({ supplierId: Id, kind: PaperKind, validFrom: Day, validTo: Day, file: Upload }),
  answer: Paper,
  status: 201,
  idempotent: true,
  upload: true,
})
