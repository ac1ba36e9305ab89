import { sql } from 'drizzle-orm'
import { bigint, check, date, index, integer, jsonb, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import type { AllowanceRule } from '../domain/allowance'
import type { Text } from '../../kernel/text'
import type { BudgetCover } from '../domain/budget'
import { funding } from '../schema'

/** What a company pays for its people, as data; several may pay for one meal, the first by `position` first. */
export const allowanceRules = funding.table(
  'allowance_rules',
  {
    id: text('id').primaryKey(),
    /** The first version of the rule: all versions count what is used together. Null for the first itself. */
    seriesId: text('series_id'),
    companyId: text('company_id').notNull(),
    operatorId: text('operator_id').notNull(),
    position: integer('position').notNull().default(0),
    name: jsonb('name').$type<Text>().notNull(),
    rule: jsonb('rule').$type<Omit<AllowanceRule, 'id'>>().notNull(),
    /** First and last service date; null while it goes on. */
    from: date('from_date').notNull(),
    to: date('to_date'),
  },
  (t) => [index('allowance_rules_company').on(t.companyId)],
)

/** What one person has used of a rule in one bucket (meal, day or month of the service date). */
export const allowanceBalances = funding.table(
  'allowance_balances',
  {
    ruleId: text('rule_id').notNull(),
    personId: text('person_id').notNull(),
    bucket: text('bucket').notNull(),
    limitMinor: integer('limit_minor').notNull(),
    usedMinor: integer('used_minor').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.ruleId, t.bucket] }),
    check('allowance_not_negative', sql`used_minor >= 0`),
  ],
)

/** What a cost centre may spend in a month of service dates. It stops hard: what it does not have it does not pay. */
export const budgets = funding.table(
  'budgets',
  {
    id: text('id').primaryKey(),
    costCentreId: text('cost_centre_id').notNull(),
    companyId: text('company_id').notNull(),
    operatorId: text('operator_id').notNull(),
    /** `YYYY-MM` of the service dates. */
    month: text('month').notNull(),
    limitMinor: bigint('limit_minor', { mode: 'number' }).notNull(),
    usedMinor: bigint('used_minor', { mode: 'number' }).notNull().default(0),
    covers: jsonb('covers').$type<BudgetCover>().notNull(),
  },
  (t) => [
    unique('one_budget').on(t.costCentreId, t.month),
    check('budget_holds', sql`used_minor >= 0 and limit_minor >= 0`),
    index('budgets_company').on(t.companyId, t.month),
  ],
)
