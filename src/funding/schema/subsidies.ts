import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { MEAL_PERIODS } from '../../kernel/time'
import { SERVICE_MODES, type SubsidyScheme } from '../domain/subsidies/scheme'
import { funding } from '../schema'

const at = (name: string) => timestamp(name, { withTimezone: true })

/** A funder's published rules, one row a version. Public policy: the same for every operator. */
export const schemes = funding.table(
  'schemes',
  {
    id: text('id').notNull(),
    version: integer('version').notNull(),
    rules: jsonb('rules').$type<SubsidyScheme>().notNull(),
    validFrom: date('valid_from').notNull(),
    /** The last day; null while it goes on. */
    validTo: date('valid_to'),
  },
  (t) => [primaryKey({ columns: [t.id, t.version] })],
)

/** Where a scheme is valid: a funder contracts a canteen, not an operator. */
export const schemeSites = funding.table(
  'scheme_sites',
  {
    schemeId: text('scheme_id').notNull(),
    siteId: text('site_id').notNull(),
    operatorId: text('operator_id').notNull(),
    from: date('from_date').notNull(),
    to: date('to_date'),
  },
  (t) => [primaryKey({ columns: [t.schemeId, t.siteId, t.from] }), index('scheme_sites_site').on(t.siteId)],
)

/**
 * A grant somebody was given for a meal, or what the operator claims for having served that person. A partial unique key
 * on person, scheme, grant, bucket (the local service date, by most rules) and number lets nobody be given it twice,
 * whatever canteens ask at the same moment; a full refund frees it.
 */
export const grantUses = funding.table(
  'grant_uses',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    siteId: text('site_id').notNull(),
    orderId: text('order_id').notNull(),
    /** The payer of the order it is, or that it came with. */
    seq: integer('seq').notNull(),
    kind: text('kind', { enum: ['grant', 'operator_grant'] }).notNull(),
    memberId: text('member_id').notNull(),
    pseudonym: text('pseudonym').notNull(),
    schemeId: text('scheme_id').notNull(),
    schemeVersion: integer('scheme_version').notNull(),
    grantId: text('grant_id').notNull(),
    funder: text('funder').notNull(),
    serviceDate: date('service_date').notNull(),
    period: text('period', { enum: MEAL_PERIODS }).notNull(),
    mode: text('mode', { enum: SERVICE_MODES }).notNull(),
    /** What is counted together: a day, a meal, a month, or the order itself where nothing is counted. */
    bucket: text('bucket').notNull(),
    /** The how-manieth of its bucket. */
    number: integer('number').notNull(),
    /** What the meal cost, as far as it counts towards the scheme's minimum. */
    spendMinor: integer('spend_minor').notNull(),
    amountMinor: integer('amount_minor').notNull(),
    currency: text('currency').notNull(),
    /** How sure the till was of the person. */
    identified: text('identified', { enum: ['account', 'code', 'card', 'proxy'] }).notNull(),
    usedAt: at('used_at').notNull(),
    /** What went back to the funder; released when all of it did. */
    returnedMinor: integer('returned_minor').notNull().default(0),
    releasedAt: at('released_at'),
  },
  (t) => [
    uniqueIndex('granted_once')
      .on(t.pseudonym, t.schemeId, t.grantId, t.bucket, t.number)
      .where(sql`released_at is null`),
    check('grant_amount', sql`amount_minor > 0 and returned_minor between 0 and amount_minor`),
    index('grant_uses_order').on(t.orderId),
    index('grant_uses_claim').on(t.operatorId, t.schemeId, t.funder, t.serviceDate),
    index('grant_uses_member').on(t.memberId, t.serviceDate),
  ],
)
