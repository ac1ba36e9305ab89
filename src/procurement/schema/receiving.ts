import { boolean, customType, date, index, integer, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, procurement } from './procurement'

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

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
    /** It was outside of what its storage allows; null where nobody measured. */
    outOfRange: boolean('out_of_range'),
    /** A picture of what was sent back. */
    photoId: text('photo_id'),
  },
  (t) => [index('receipt_lines_receipt').on(t.receiptId), index('receipt_lines_line').on(t.lineId)],
)

/** Trade items by the number on their box: what a scan finds. */
export const itemCodes = procurement.table(
  'item_codes',
  {
    operatorId: text('operator_id').notNull(),
    /** 14 digits. */
    gtin: text('gtin').notNull(),
    ingredientId: text('ingredient_id').notNull(),
    supplierId: text('supplier_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.operatorId, t.gtin] })],
)

/** Pictures and papers, as they were uploaded. */
export const files = procurement.table('files', {
  id: text('id').primaryKey(),
  operatorId: text('operator_id').notNull(),
  /** The supplier who may see it besides the tenant's own people; null for nobody. */
  supplierId: text('supplier_id'),
  name: text('name').notNull(),
  mediaType: text('media_type').notNull(),
  bytes: bytea('bytes').notNull(),
  uploadedBy: text('uploaded_by').notNull(),
  at: at('at').notNull(),
})
