import { customType, index, integer, jsonb, text, unique } from 'drizzle-orm/pg-core'
import { at, delivery } from './delivery'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PhotoType = (typeof PHOTO_TYPES)[number]

/** What a courier photographed at the door. */
export const photos = delivery.table(
  'photos',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    dropId: text('drop_id').notNull(),
    type: text('type', { enum: PHOTO_TYPES }).notNull(),
    bytes: bytes('bytes').notNull(),
    size: integer('size').notNull(),
    takenBy: text('taken_by').notNull(),
    takenAt: at('taken_at').notNull(),
  },
  (t) => [index('photos_drop').on(t.dropId)],
)

export const ALERT_KINDS = ['late', 'locker_full', 'stopped', 'held', 'overdue'] as const
export type AlertKind = (typeof ALERT_KINDS)[number]

/** Something a dispatcher should look at; raised once a kind and subject. */
export const alerts = delivery.table(
  'alerts',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    menuDayId: text('menu_day_id').notNull(),
    kind: text('kind', { enum: ALERT_KINDS }).notNull(),
    /** The stop, drop or run it is about. */
    subjectId: text('subject_id').notNull(),
    runId: text('run_id'),
    detail: jsonb('detail').$type<Record<string, string | number>>().notNull(),
    raisedAt: at('raised_at').notNull(),
    seenAt: at('seen_at'),
    seenBy: text('seen_by'),
  },
  (t) => [unique('alert_once').on(t.kind, t.subjectId), index('alerts_menu_day').on(t.menuDayId)],
)
