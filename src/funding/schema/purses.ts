import { sql } from 'drizzle-orm'
import { check, date, index, integer, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { funding } from '../schema'

export const PURSE_KINDS = ['company_funded', 'personal'] as const
export type PurseKind = (typeof PURSE_KINDS)[number]

/**
 * Stored value within one operator. Company-funded money may be taken back and lapses; personal money is the person's own.
 * `held` is promised to orders that are not paid yet; what is free is `balance - held`.
 */
export const purses = funding.table(
  'purses',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    personId: text('person_id').notNull(),
    kind: text('kind', { enum: PURSE_KINDS }).notNull(),
    /** Whose money it was; set for company-funded purses. */
    companyId: text('company_id'),
    /** A registered holder may keep more than a bearer (MOFCOM 2012/9: 5,000 and 1,000 yuan). */
    holder: text('holder', { enum: ['registered', 'bearer'] }).notNull(),
    currency: text('currency').notNull(),
    balanceMinor: integer('balance_minor').notNull().default(0),
    heldMinor: integer('held_minor').notNull().default(0),
    capMinor: integer('cap_minor').notNull(),
    /** The last day it pays and takes money; null for registered personal purses, which never end. */
    expiresOn: date('expires_on'),
  },
  (t) => [
    uniqueIndex('one_purse').on(t.operatorId, t.personId, t.kind, sql`coalesce(company_id, '')`),
    index('purses_person').on(t.personId),
    check('purse_holds', sql`balance_minor >= held_minor and held_minor >= 0`),
  ],
)
