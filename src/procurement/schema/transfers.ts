import { sql } from 'drizzle-orm'
import { check, index, integer, text, unique } from 'drizzle-orm/pg-core'
import { at, procurement } from './procurement'

/** Goods on their way from one site of a tenant to another. */
export const transfers = procurement.table(
  'transfers',
  {
    id: text('id').primaryKey(),
    number: text('number').notNull(),
    operatorId: text('operator_id').notNull(),
    fromSiteId: text('from_site_id').notNull(),
    toSiteId: text('to_site_id').notNull(),
    status: text('status', { enum: ['under_way', 'received'] }).notNull(),
    sentBy: text('sent_by').notNull(),
    sentAt: at('sent_at').notNull(),
    receivedAt: at('received_at'),
  },
  (t) => [
    unique('transfer_number').on(t.operatorId, t.number),
    index('transfers_to').on(t.toSiteId, t.status),
    index('transfers_from').on(t.fromSiteId, t.status),
  ],
)

export const transferLines = procurement.table(
  'transfer_lines',
  {
    id: text('id').primaryKey(),
    transferId: text('transfer_id').notNull(),
    /** The lot it was taken from; what arrives becomes a lot of its own with the same code and expiry. */
    lotId: text('lot_id').notNull(),
    ingredientId: text('ingredient_id').notNull(),
    sent: integer('sent').notNull(),
    received: integer('received'),
    temperature: integer('temperature'),
  },
  (t) => [
    check('transfer_positive', sql`sent > 0 and (received is null or received between 0 and sent)`),
    unique('transfer_line_once').on(t.transferId, t.lotId),
    index('transfer_lines_lot').on(t.lotId),
  ],
)
