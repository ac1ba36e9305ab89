import { z } from 'zod'
import { ServiceDate } from '../../kernel/time'
import { Id, Instant, Text } from '../shapes'

/** What the buyers' operations take and answer. Quantities are integers of the ingredient's unit, amounts fen. */

export const Unit = z.enum(['g', 'ml', 'piece'])
export const OrderStatus = z.enum([
  'proposed',
  'approved',
  'sent',
  'confirmed',
  'short',
  'part_received',
  'closed',
  'cancelled',
])

/** The facts behind one quantity; the page says them in words. */
export const Reason = z.object({
  onHand: z.number().int(),
  expiring: z.number().int(),
  onOrder: z.number().int(),
  /** Part of `onOrder` that comes from the central kitchen. */
  transfers: z.number().int(),
  need: z.number().int(),
  firm: z.number().int(),
  safety: z.number().int(),
  /** The share of days the safety is kept for, × 10,000. */
  serviceBps: z.number().int(),
  from: ServiceDate,
  until: ServiceDate,
  days: z.number().int(),
  byDay: z.array(z.object({ date: ServiceDate, need: z.number().int(), firm: z.number().int() })),
  leadDays: z.number().int(),
  shelfLifeDays: z.number().int(),
  packSize: z.number().int(),
  minimumPacks: z.number().int(),
  multiplePacks: z.number().int(),
  supplier: z.enum(['only', 'first', 'sooner', 'cheaper']),
  priceBreak: z.object({ packs: z.number().int(), priceMinor: z.number().int() }).nullable(),
  /** Packs of later need, ordered now to reach the supplier's minimum order value. */
  topUpPacks: z.number().int(),
  cutoffPassed: z.boolean(),
})

/** Why an ingredient was not planned. */
export const UnplannedReason = z.enum([
  'no_supplier',
  'no_delivery_day',
  'no_conversion',
  'bad_terms',
  'infeasible',
  'too_late',
])

export const OrderRow = z.object({
  id: Id,
  number: z.string(),
  site: Text,
  siteId: Id,
  supplier: Text,
  supplierId: Id,
  status: OrderStatus,
  deliverOn: ServiceDate,
  lines: z.number().int(),
  totalMinor: z.number().int(),
  /** The supplier's minimum order value is not reached. */
  belowMinimum: z.boolean(),
  /** When the supplier says it will come; null when nothing was said. */
  eta: Instant.nullable(),
  /** Its delivery day is over and it was never sent: it can only be rejected, and the site planned again. */
  lapsed: z.boolean(),
  /** Above the tenant's limit two people stand behind an order; `given` have done so already. */
  approvals: z.object({ needed: z.number().int(), given: z.number().int() }),
})

export const OrderLine = z.object({
  id: Id,
  ingredientId: Id,
  ingredient: Text,
  unit: Unit,
  storage: z.enum(['ambient', 'chilled', 'frozen']),
  packs: z.number().int(),
  packSize: z.number().int(),
  packName: Text,
  priceMinor: z.number().int(),
  confirmedPacks: z.number().int().nullable(),
  receivedQuantity: z.number().int(),
  rejectedQuantity: z.number().int(),
  /** A person has changed the packs since they were proposed. */
  changed: z.boolean(),
  /** What the supplier will still bring, and what may be received at most. */
  toCome: z.number().int(),
  most: z.number().int(),
  /** What good goods may measure on arrival, tenths of a degree Celsius; null where nobody measures. */
  temperatureRange: z.object({ from: z.number().int(), to: z.number().int() }).nullable(),
  reason: Reason,
})

export const Order = OrderRow.extend({
  lines: z.array(OrderLine),
  minimumMinor: z.number().int(),
  certificateValidTo: ServiceDate.nullable(),
  cancelReason: z.string().nullable(),
  /** A rejected proposal that may be taken back up. */
  restorable: z.boolean(),
  /** Who stood behind it so far, and whether the one who asks may. */
  approvedBy: z.array(z.object({ name: z.string(), at: Instant })),
  mayApprove: z.boolean(),
  /** The last moment at which the supplier still takes it for this delivery. */
  orderBy: Instant.nullable(),
  etaNote: z.string().nullable(),
  shortReason: z.string().nullable(),
  sending: z.object({ channel: z.enum(['portal', 'intake']), attempts: z.number().int() }).nullable(),
  receipts: z.array(
    z.object({
      id: Id,
      lineId: Id,
      lotCode: z.string(),
      expiresOn: ServiceDate,
      quantity: z.number().int(),
      rejected: z.number().int(),
      rejectReason: z.string().nullable(),
      temperature: z.number().int().nullable(),
      /** A picture of what was sent back; see `showFile`. */
      photoId: Id.nullable(),
      receivedAt: Instant,
    }),
  ),
  timeline: z.array(z.object({ at: Instant, action: z.string(), actor: z.string() })),
})
export type Order = z.infer<typeof Order>

export const Lot = z.object({
  id: Id,
  siteId: Id,
  site: Text,
  ingredientId: Id,
  ingredient: Text,
  unit: Unit,
  storage: z.enum(['ambient', 'chilled', 'frozen']),
  code: z.string(),
  expiresOn: ServiceDate,
  daysLeft: z.number().int(),
  quantity: z.number().int(),
  receivedQuantity: z.number().int(),
  costPerThousand: z.number().int(),
  receivedAt: Instant,
  supplier: Text.nullable(),
  supplierId: Id.nullable(),
  /** Kept from use; null for a lot that may be used. */
  blocked: z.object({ reason: z.string(), at: Instant }).nullable(),
})

const Quantity = z.number().int().min(0).max(100_000_000)

export const ReceiptLine = z
  .object({
    lineId: Id,
    /** Good goods, in the ingredient's own unit. */
    quantity: Quantity,
    unit: Unit,
    lotCode: z.string().trim().min(1).max(60),
    expiresOn: ServiceDate,
    rejected: Quantity.default(0),
    rejectReason: z.string().trim().min(1).max(200).optional(),
    /** Tenths of a degree Celsius. */
    temperature: z.number().int().min(-500).max(500).optional(),
    /** The trade item on the box, so that its next scan is known. */
    gtin: z
      .string()
      .regex(/^\d{14}$/)
      .optional(),
    /** A picture of what is sent back, uploaded before. */
    photoId: Id.optional(),
  })
  .refine((line) => line.quantity + line.rejected > 0, { path: ['quantity'] })

export const Review = z.object({
  id: Id,
  siteId: Id,
  requestedAt: Instant,
  finishedAt: Instant.nullable(),
  /** Lines proposed or raised; null until it is finished. */
  proposedLines: z.number().int().nullable(),
})
