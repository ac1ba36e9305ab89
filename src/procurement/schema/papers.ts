import { date, index, integer, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, procurement } from './procurement'

/** Certificates as they were filed. An accepted one stands in `certificates`, by the same id, and counts. */
export const papers = procurement.table(
  'papers',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    supplierId: text('supplier_id').notNull(),
    kind: text('kind').notNull(),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to').notNull(),
    status: text('status', { enum: ['waiting', 'accepted', 'refused'] }).notNull(),
    note: text('note').notNull().default(''),
    fileId: text('file_id').notNull(),
    filedBy: text('filed_by').notNull(),
    filedAt: at('filed_at').notNull(),
    decidedBy: text('decided_by'),
  },
  (t) => [index('papers_supplier').on(t.supplierId, t.status)],
)

/** Warnings before a certificate ends: one a distance. */
export const certificateWarnings = procurement.table(
  'certificate_warnings',
  {
    certificateId: text('certificate_id').notNull(),
    daysBefore: integer('days_before').notNull(),
    operatorId: text('operator_id').notNull(),
    supplierId: text('supplier_id').notNull(),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.certificateId, t.daysBefore] })],
)

/** How much more than ordered is taken of an item; items without a row take the usual. */
export const tolerances = procurement.table(
  'tolerances',
  {
    supplierId: text('supplier_id').notNull(),
    ingredientId: text('ingredient_id').notNull(),
    operatorId: text('operator_id').notNull(),
    overDeliveryBps: integer('over_delivery_bps').notNull(),
  },
  (t) => [primaryKey({ columns: [t.supplierId, t.ingredientId] })],
)
