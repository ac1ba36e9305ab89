import { boolean, date, index, integer, jsonb, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'
import type { MealPeriod } from '../../kernel/time'
import { funding } from '../schema'

/** Organisations that pay for their people's meals. */
export const companies = funding.table(
  'companies',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    name: jsonb('name').$type<Text>().notNull(),
    buildingId: text('building_id').notNull(),
    currency: text('currency').notNull().default('cny'),
    /** Where its months end. */
    zone: text('zone').notNull().default('Asia/Shanghai'),
    /** The kitchens its money may be spent at; null for all that serve the place. */
    allowedSiteIds: jsonb('allowed_site_ids').$type<string[]>(),
    /** The meals its money may buy; null for all. */
    allowedPeriods: jsonb('allowed_periods').$type<MealPeriod[]>(),
    /** Unbilled and billed unpaid together may not exceed this; null for no limit. */
    creditLimitMinor: integer('credit_limit_minor'),
    /** Set while the limit is reached: the company pays for nothing new. */
    creditStopped: boolean('credit_stopped').notNull().default(false),
    /** Days to pay a statement. */
    termsDays: integer('terms_days').notNull().default(30),
  },
  (t) => [index('companies_operator').on(t.operatorId)],
)

/** Whom a statement is made out to: a company may have several, each with its own tax number. */
export const legalEntities = funding.table(
  'legal_entities',
  {
    id: text('id').primaryKey(),
    companyId: text('company_id').notNull(),
    operatorId: text('operator_id').notNull(),
    name: jsonb('name').$type<Text>().notNull(),
    taxNumber: text('tax_number').notNull(),
  },
  (t) => [unique('legal_entity_once').on(t.companyId, t.taxNumber)],
)

/** A budget's owner and a statement's group. */
export const costCentres = funding.table(
  'cost_centres',
  {
    id: text('id').primaryKey(),
    companyId: text('company_id').notNull(),
    operatorId: text('operator_id').notNull(),
    legalEntityId: text('legal_entity_id').notNull(),
    /** The company's own code: `RD-210`. */
    code: text('code').notNull(),
    name: jsonb('name').$type<Text>().notNull(),
    /** Who may approve what its people ask for, besides the company's administrators. */
    ownerId: text('owner_id'),
  },
  (t) => [unique('cost_centre_code').on(t.companyId, t.code)],
)

/** The buildings a company's people work in. */
export const companySites = funding.table(
  'company_sites',
  {
    companyId: text('company_id').notNull(),
    buildingId: text('building_id').notNull(),
    operatorId: text('operator_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.buildingId] })],
)

export const employees = funding.table(
  'employees',
  {
    companyId: text('company_id').notNull(),
    personId: text('person_id').notNull(),
    department: text('department').notNull(),
    /** The company's own number of this person; what an import knows people by. */
    number: text('number'),
    costCentreId: text('cost_centre_id'),
    /** The shift a rule may ask for. */
    shift: text('shift'),
    /** Which of the company's sites; null where that was never said. */
    buildingId: text('building_id'),
    leftAt: timestamp('left_at', { withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.personId] }),
    index('employees_person').on(t.personId),
    unique('employee_number').on(t.companyId, t.number),
  ],
)

/** What a company pays for a dish instead of the public price. */
export const companyPrices = funding.table(
  'company_prices',
  {
    companyId: text('company_id').notNull(),
    dishId: text('dish_id').notNull(),
    priceMinor: integer('price_minor').notNull(),
    from: date('from_date').notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.dishId, t.from] })],
)
