import { sql } from 'drizzle-orm'
import { check, date, index, integer, text, timestamp } from 'drizzle-orm/pg-core'
import { MEAL_PERIODS } from '../../kernel/time'
import { funding } from '../schema'

const at = (name: string) => timestamp(name, { withTimezone: true })

export const APPROVAL_KINDS = ['guests', 'over_limit'] as const

/** What an employee asks the company to pay beyond the rules, for one menu day; nothing of it outlives the cut-off. */
export const approvals = funding.table(
  'approvals',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    companyId: text('company_id').notNull(),
    personId: text('person_id').notNull(),
    costCentreId: text('cost_centre_id'),
    legalEntityId: text('legal_entity_id'),
    kind: text('kind', { enum: APPROVAL_KINDS }).notNull(),
    menuDayId: text('menu_day_id').notNull(),
    siteId: text('site_id').notNull(),
    serviceDate: date('service_date').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    cutoffAt: at('cutoff_at').notNull(),
    /** How many guests eat; null where it is about a limit. */
    guests: integer('guests'),
    askedMinor: integer('asked_minor').notNull(),
    approvedMinor: integer('approved_minor').notNull().default(0),
    usedMinor: integer('used_minor').notNull().default(0),
    currency: text('currency').notNull(),
    reason: text('reason').notNull(),
    status: text('status', { enum: ['asked', 'approved', 'declined', 'withdrawn'] }).notNull(),
    askedAt: at('asked_at').notNull(),
    decidedAt: at('decided_at'),
    decidedBy: text('decided_by'),
    decisionReason: text('decision_reason'),
  },
  (t) => [
    check('approval_holds', sql`used_minor >= 0 and used_minor <= approved_minor and asked_minor > 0`),
    index('approvals_person').on(t.personId, t.serviceDate),
    index('approvals_company').on(t.companyId, t.serviceDate),
  ],
)
