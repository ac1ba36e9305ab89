import { sql } from 'drizzle-orm'
import { check, date, index, integer, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { at, ordering } from './ordering'

/** What somebody thought of a dish or of the delivery; said once a subject, changed as often as they like. */
export const ratings = ordering.table(
  'ratings',
  {
    groupId: text('group_id').notNull(),
    /** The order line rated, or `delivery`. */
    subject: text('subject').notNull(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    communityId: text('community_id').notNull(),
    personId: text('person_id').notNull(),
    dishId: text('dish_id'),
    serviceDate: date('service_date').notNull(),
    /** 1 to 5. */
    score: integer('score').notNull(),
    comment: text('comment').notNull(),
    ratedAt: at('rated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.subject] }),
    check('rating_score', sql`score between 1 and 5`),
    index('ratings_operator').on(t.operatorId, t.serviceDate),
  ],
)

/** A subject whose index fell below the threshold; one open alert a subject. */
export const satisfactionAlerts = ordering.table(
  'satisfaction_alerts',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    kind: text('kind', { enum: ['operator', 'site', 'community', 'dish'] }).notNull(),
    subjectId: text('subject_id').notNull(),
    count: integer('count').notNull(),
    positive: integer('positive').notNull(),
    raisedAt: at('raised_at').notNull(),
    /** Set when the index is back at the threshold. */
    closedAt: at('closed_at'),
  },
  (t) => [uniqueIndex('one_open_alert').on(t.operatorId, t.kind, t.subjectId).where(sql`closed_at is null`)],
)
