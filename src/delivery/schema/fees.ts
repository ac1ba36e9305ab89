import { index, integer, text } from 'drizzle-orm/pg-core'
import { POINT_KINDS } from '../domain/failure'
import { at, delivery } from './delivery'

/** What drops cost, as `FeeRule` says it; an operator without rules charges what its points ask. */
export const feeRules = delivery.table(
  'fee_rules',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id'),
    communityId: text('community_id'),
    pointKind: text('point_kind', { enum: POINT_KINDS }),
    fromMetres: integer('from_metres').notNull(),
    toMetres: integer('to_metres'),
    fromMinor: integer('from_minor').notNull(),
    toMinor: integer('to_minor'),
    feeMinor: integer('fee_minor').notNull(),
    perKmMinor: integer('per_km_minor').notNull(),
    setAt: at('set_at').notNull(),
  },
  (t) => [index('fee_rules_operator').on(t.operatorId)],
)
