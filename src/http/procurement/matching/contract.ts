import { z } from 'zod'
import { ServiceDate } from '../../../kernel/time'
import { endpoint } from '../../endpoint'
import { Day, Id, Instant, Text } from '../../shapes'
import { Unit } from '../shapes'

/** Order, receipt and invoice side by side, line by line in base units; what does not agree waits in a queue. Amounts fen. */

const who = ['procurement', 'operator'] as const
const Minor = z.number().int()
const Quantity = z.number().int()

/** Two of the three say different things. */
export const Discrepancy = z.object({
  id: Id,
  kind: z.enum(['price', 'quantity', 'not_received', 'not_ordered', 'transfer']),
  supplier: Text.nullable(),
  site: Text,
  orderId: Id.nullable(),
  orderNumber: z.string().nullable(),
  invoiceId: Id.nullable(),
  invoiceNumber: z.string().nullable(),
  transferId: Id.nullable(),
  ingredient: Text,
  unit: Unit,
  /** `price`: fen for 1,000 base units; all others: base units. */
  expected: Quantity,
  found: Quantity,
  /** What it is about: paid when accepted, owed back or lost otherwise. */
  amountMinor: Minor,
  status: z.enum(['open', 'accepted', 'credited', 'written_off']),
  note: z.string(),
  at: Instant,
  resolvedAt: Instant.nullable(),
})

const InvoiceRow = z.object({
  id: Id,
  supplierId: Id,
  supplier: Text,
  number: z.string(),
  orderId: Id,
  orderNumber: z.string(),
  issuedOn: ServiceDate,
  dueOn: ServiceDate,
  totalMinor: Minor,
  /** What is to be paid as things stand: agreed lines and accepted discrepancies. */
  payableMinor: Minor,
  openDiscrepancies: z.number().int(),
  /** `held` while a discrepancy is open, else `payable`. */
  status: z.enum(['held', 'payable']),
})

const Invoice = InvoiceRow.extend({
  lines: z.array(
    z.object({
      id: Id,
      ingredient: Text,
      unit: Unit,
      ordered: Quantity,
      received: Quantity,
      /** By this and by earlier invoices. */
      invoiced: Quantity,
      invoicedBefore: Quantity,
      amountMinor: Minor,
      /** Fen for 1,000 base units. */
      orderPrice: Minor,
      invoicePrice: Minor,
      payableMinor: Minor,
      match: z.enum(['agreed', 'within_tolerance', 'differs']),
    }),
  ),
  discrepancies: z.array(Discrepancy),
})

export const listInvoices = endpoint({
  method: 'get',
  path: '/api/procurement/invoices',
  summary: 'Invoices of suppliers, the next due first',
  who,
  query: z.object({ supplierId: Id.optional(), status: z.enum(['held', 'payable']).optional() }),
  answer: z.object({ invoices: z.array(InvoiceRow) }),
})

export const enterInvoice = endpoint({
  method: 'post',
  path: '/api/procurement/orders/:orderId/invoices',
  summary: 'Enter a supplier’s invoice: it is matched at once with what was ordered and what came',
  who,
  params: z.object({ orderId: Id }),
  body: z.object({
    number: z.string().trim().min(1).max(60),
    issuedOn: Day,
    dueOn: Day,
    lines: z
      .array(
        z.object({
          lineId: Id,
          /** Base units. */
          quantity: z.number().int().min(1).max(100_000_000),
          amountMinor: z.number().int().min(0).max(2_000_000_000),
        }),
      )
      .min(1)
      .max(200),
  }),
  answer: Invoice,
  status: 201,
  idempotent: true,
})

export const showInvoice = endpoint({
  method: 'get',
  path: '/api/procurement/invoices/:invoiceId',
  summary: 'One invoice, line by line beside order and receipt',
  who,
  params: z.object({ invoiceId: Id }),
  answer: Invoice,
})

export const listDiscrepancies = endpoint({
  method: 'get',
  path: '/api/procurement/discrepancies',
  summary: 'What does not agree, the largest amount first; open ones unless asked otherwise',
  who,
  query: z.object({ status: Discrepancy.shape.status.default('open') }),
  answer: z.object({ discrepancies: z.array(Discrepancy) }),
})

export const resolveDiscrepancy = endpoint({
  method: 'post',
  path: '/api/procurement/discrepancies/:discrepancyId/resolve',
  summary:
    'Pay as invoiced (`accept`), ask the supplier for a credit (`credit`), or bear the loss (`write_off`, of a transfer)',
  who,
  params: z.object({ discrepancyId: Id }),
  body: z.object({ action: z.enum(['accept', 'credit', 'write_off']), note: z.string().trim().max(200).default('') }),
  answer: Discrepancy,
  idempotent: true,
})

export const Credit = z.object({
  id: Id,
  supplierId: Id,
  supplier: Text,
  amountMinor: Minor,
  cause: z.enum(['return', 'discrepancy']),
  reason: z.string(),
  /** Of the supplier's credit note; null until it came. */
  number: z.string().nullable(),
  at: Instant,
  receivedAt: Instant.nullable(),
})

export const listCredits = endpoint({
  method: 'get',
  path: '/api/procurement/credits',
  summary: 'Credits that suppliers owe and have given, and per supplier what remains to be paid',
  who,
  answer: z.object({
    credits: z.array(Credit),
    /** Payable invoices less credits received. */
    balances: z.array(
      z.object({ supplierId: Id, supplier: Text, payableMinor: Minor, creditedMinor: Minor, expectedMinor: Minor }),
    ),
  }),
})

export const receiveCredit = endpoint({
  method: 'post',
  path: '/api/procurement/credits/:creditId/receive',
  summary: 'The supplier’s credit note has come',
  who,
  params: z.object({ creditId: Id }),
  body: z.object({ number: z.string().trim().min(1).max(60) }),
  answer: Credit,
  idempotent: true,
})
