import { z } from 'zod'
import { ServiceDate } from '../../../kernel/time'
import { Id, Instant, Text } from '../../shapes'

/** Papers of suppliers, as buyers and suppliers see them. */

export const PaperKind = z.enum(['food_licence', 'animal_quarantine', 'cold_chain', 'inspection_report'])

export const Paper = z.object({
  id: Id,
  supplierId: Id,
  supplier: Text,
  kind: PaperKind,
  validFrom: ServiceDate,
  validTo: ServiceDate,
  /** Only an accepted paper counts. */
  status: z.enum(['waiting', 'accepted', 'refused']),
  note: z.string(),
  /** The scan; null for papers taken over from before. */
  fileId: Id.nullable(),
  filedAt: Instant.nullable(),
})
