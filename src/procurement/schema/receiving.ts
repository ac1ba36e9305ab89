import { date, index, integer, text } from 'drizzle-orm/pg-core'
import { at, procurement } from './procurement'

export const receipts = procurement.table(
  'receipts',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    purchaseOrderId: text('purchase_order_id').notNull(),
    receivedAt: at('received_at').notNull(),
    receivedBy: text('received_by').notNull(),
  },
  (t) => [index('receipts_order').on(t.purchaseOrderId)],
)

export const receiptLines = procurement.table(
  'receipt_lines',
  {
    id: text('id').primaryKey(),
    receiptId: text('receipt_id').notNull(),
    lineId: text('line_id').notNull(),
    ingredientId: text('ingredient_id').notNull(),
    lotCode: text('lot_code').notNull(),
    expiresOn: date('expires_on').notNull(),
    quantity: integer('quantity').notNull(),
    rejected: integer('rejected').notNull(),
    rejectReason: text('reject_reason'),
    /** Tenths of a degree Celsius; null where none is asked for. */
    temperature: integer('temperature'),
  },
  (t) => [index('receipt_lines_receipt').on(t.receiptId)],
)
