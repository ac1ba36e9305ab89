import { index, jsonb, pgSchema, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core'

export const people = pgSchema('people')

/** Everybody who orders or works here. Logins and passwords are Medusa's. */
export const persons = people.table(
  'persons',
  {
    id: text('id').primaryKey(),
    /** How people address this person. */
    name: text('name').notNull(),
    email: text('email'),
    phone: text('phone'),
    /** Set for those who log in as customers. */
    customerId: text('customer_id'),
    locale: text('locale', { enum: ['zh-CN', 'en'] })
      .notNull()
      .default('zh-CN'),
    /** Where this person was last delivered to. */
    servicePointId: text('service_point_id'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [unique('persons_email').on(t.email), unique('persons_customer').on(t.customerId)],
)

export const ROLES = [
  'resident',
  'employee',
  'company_admin',
  'kitchen',
  'courier',
  'dispatcher',
  'procurement',
  'supplier',
  'operator',
  'till',
  'provider',
] as const
export type Role = (typeof ROLES)[number]

/** What a person may do, for which tenant, and where. A person may hold several. */
export const memberships = people.table(
  'memberships',
  {
    personId: text('person_id').notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    /** The tenant; empty only for residents, who order from anybody. */
    operatorId: text('operator_id').notNull().default(''),
    /** The site, company or supplier the role is limited to; empty for the whole tenant. */
    scopeId: text('scope_id').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.role, t.operatorId, t.scopeId] }),
    index('memberships_scope').on(t.role, t.scopeId),
  ],
)

/** What somebody said they cannot eat, in EU-14 codes; nobody sees it but the check at the order. */
export const declaredAllergens = people.table('declared_allergens', {
  personId: text('person_id').primaryKey(),
  /** Empty where they are sealed. */
  codes: jsonb('codes').$type<string[]>().notNull(),
  /** The codes, sealed to the person. */
  sealed: text('sealed'),
  /** When the person agreed that they are kept and shown to kitchens as codes. */
  agreedAt: timestamp('agreed_at', { withTimezone: true }),
})
