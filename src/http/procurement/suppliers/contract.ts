import { z } from 'zod'
import { ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Day, Id, Instant, Text, Upload } from '../../shapes'
import { Unit } from '../shapes'
import { Paper, PaperKind } from './papers'

/** Suppliers: what they sell and when, their papers, and how well they did. */

const who = ['procurement', 'operator'] as const
const supplierId = z.object({ supplierId: Id })

const SupplierRow = z.object({
  id: Id,
  operatorId: Id,
  name: Text,
  deliveryWeekdays: z.array(z.number().int()),
  leadDays: z.number().int(),
  orderCutoff: z.string(),
  minimumMinor: z.number().int(),
  items: z.number().int(),
  /** The first day on which a kind of paper they hold is not valid any more; null without papers. */
  papersEnd: ServiceDate.nullable(),
  papers: z.enum(['valid', 'ending', 'expired', 'none']),
})

const Bps = z.number().int().min(0).max(10_000)

const Term = z.object({
  ingredientId: Id,
  ingredient: Text,
  unit: Unit,
  priority: z.number().int(),
  packSize: z.number().int(),
  packName: Text,
  minimumPacks: z.number().int(),
  multiplePacks: z.number().int(),
  priceMinor: z.number().int(),
  priceBreaks: z.array(z.object({ packs: z.number().int(), priceMinor: z.number().int() })),
  /** Over the order by so much, hundredths of a percent, is taken without asking. */
  overDeliveryBps: Bps,
})

export const listSuppliers = endpoint({
  method: 'get',
  path: '/api/procurement/suppliers',
  summary: 'Suppliers with their calendar and the state of their papers',
  who,
  answer: z.object({ suppliers: z.array(SupplierRow) }),
})

export const showSupplier = endpoint({
  method: 'get',
  path: '/api/procurement/suppliers/:supplierId',
  summary: 'One supplier with terms and papers',
  who,
  params: supplierId,
  answer: SupplierRow.extend({ terms: z.array(Term), paperList: z.array(Paper) }),
})

export const putTolerance = endpoint({
  method: 'put',
  path: '/api/procurement/suppliers/:supplierId/items/:ingredientId/tolerance',
  summary: 'How much more than ordered is taken of one item',
  who,
  params: supplierId.extend({ ingredientId: Id }),
  body: z.object({ overDeliveryBps: Bps }),
  answer: Term,
})

export const addPaper = endpoint({
  method: 'post',
  path: '/api/procurement/suppliers/:supplierId/papers',
  summary: 'File a certificate: PDF, JPEG, PNG or WebP up to 4 MB. It counts at once',
  who,
  params: supplierId,
  body: z.object({ kind: PaperKind, validFrom: Day, validTo: Day, file: Upload }),
  answer: Paper,
  status: 201,
  idempotent: true,
  upload: true,
})

export const listPapers = endpoint({
  method: 'get',
  path: '/api/procurement/papers',
  summary: 'Papers that wait to be looked at, and those that end within 30 days or have ended',
  who,
  answer: z.object({
    waiting: z.array(Paper),
    ending: z.array(
      Paper.extend({
        daysLeft: z.number().int(),
        /** When the clock warned of it, 30 and 7 days before; once each. */
        warned: z.array(z.object({ daysBefore: z.number().int(), at: Instant })),
      }),
    ),
  }),
})

export const decidePaper = endpoint({
  method: 'post',
  path: '/api/procurement/papers/:paperId/decide',
  summary: 'Accept or refuse a paper a supplier has uploaded; it counts once accepted',
  who,
  params: z.object({ paperId: Id }),
  body: z.object({ accept: z.boolean(), note: z.string().trim().max(200).default('') }),
  answer: Paper,
  idempotent: true,
})

/** A share between 0 and 1; null where there was nothing to judge. */
const Share = z.number().min(0).max(1).nullable()

const Scorecard = z.object({
  supplierId: Id,
  supplier: Text,
  /** Orders whose delivery day fell into the time asked for and that came or should have. */
  orders: z.number().int(),
  /** Orders whose goods had all come by the end of the delivery day. */
  onTime: Share,
  /** Lines of which at least what was ordered came and was taken, late or not. */
  inFull: Share,
  /** Of what came, by value: sent back. */
  rejected: Share,
  /** Lines of which good goods were less than ordered, by how much of the ordered value. */
  shortWeight: Share,
  /** Measured arrivals outside of the range of their storage. */
  temperatureBreaches: z.object({ breaches: z.number().int(), measured: z.number().int() }),
  /** Invoiced against ordered price, over what was invoiced: 0.02 is two percent dearer. */
  priceVariance: z.number().nullable(),
  papers: z.enum(['valid', 'ending', 'expired', 'none']),
  valueMinor: z.number().int(),
})

export const listScorecards = endpoint({
  method: 'get',
  path: '/api/procurement/scorecards',
  summary: 'How each supplier did between two delivery days (the last 90 days when left out)',
  who,
  query: z.object({ from: Day.optional(), to: Day.optional() }),
  answer: z.object({ from: ServiceDate, to: ServiceDate, scorecards: z.array(Scorecard) }),
})
