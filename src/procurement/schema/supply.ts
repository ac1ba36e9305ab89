import { date, index, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'
import { procurement } from './procurement'

export const ingredients = procurement.table('ingredients', {
  id: text('id').primaryKey(),
  name: jsonb('name').$type<Text>().notNull(),
  /** Every quantity of this ingredient is an integer of this unit. */
  unit: text('unit', { enum: ['g', 'ml', 'piece'] }).notNull(),
  /** EU-14 codes; null means nobody has assessed it. */
  contains: jsonb('contains').$type<string[] | null>(),
  mayContain: jsonb('may_contain').$type<string[]>().notNull(),
  /** Per 100 g: kcal, and mg of the rest. */
  nutrition: jsonb('nutrition').$type<Record<string, number>>().notNull(),
  shelfLifeDays: integer('shelf_life_days').notNull(),
  storage: text('storage', { enum: ['ambient', 'chilled', 'frozen'] }).notNull(),
})

export const suppliers = procurement.table('suppliers', {
  id: text('id').primaryKey(),
  operatorId: text('operator_id').notNull(),
  name: jsonb('name').$type<Text>().notNull(),
  /** Deliver on these weekdays, 1 = Monday … 7 = Sunday. */
  deliveryWeekdays: jsonb('delivery_weekdays').$type<number[]>().notNull(),
  leadDays: integer('lead_days').notNull(),
  /** Orders after this wall-clock time count as the next day's. */
  orderCutoff: text('order_cutoff').notNull(),
  minimumMinor: integer('minimum_minor').notNull(),
  /** Paid once a delivery, whatever it brings. */
  deliveryFeeMinor: integer('delivery_fee_minor').notNull().default(0),
  /** Lead days count on these weekdays only. */
  workWeekdays: jsonb('work_weekdays').$type<number[]>().notNull().default([1, 2, 3, 4, 5, 6, 7]),
  /** Neither work nor delivery, whatever the weekday. */
  holidays: jsonb('holidays').$type<string[]>().notNull().default([]),
  /** Work and delivery, whatever the weekday: what a holiday's week makes up for. */
  makeUpDays: jsonb('make_up_days').$type<string[]>().notNull().default([]),
  zone: text('zone').notNull(),
  /** Where the supplier's own system takes orders in; null for suppliers who look at our page. */
  intakeUrl: text('intake_url'),
})

export const supplyTerms = procurement.table(
  'supply_terms',
  {
    supplierId: text('supplier_id').notNull(),
    ingredientId: text('ingredient_id').notNull(),
    operatorId: text('operator_id').notNull(),
    /** 1 is asked first. */
    priority: integer('priority').notNull(),
    /** Base units in one pack. */
    packSize: integer('pack_size').notNull(),
    packName: jsonb('pack_name').$type<Text>().notNull(),
    minimumPacks: integer('minimum_packs').notNull(),
    /** Packs are sold by so many: 4 for four to a crate. */
    multiplePacks: integer('multiple_packs').notNull().default(1),
    priceMinor: integer('price_minor').notNull(),
    /** Cheaper from so many packs on, ascending. */
    priceBreaks: jsonb('price_breaks').$type<{ packs: number; priceMinor: number }[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.supplierId, t.ingredientId] }),
    index('supply_terms_ingredient').on(t.operatorId, t.ingredientId, t.priority),
  ],
)

/** What a site says of keeping an ingredient; nothing for most. */
export const stocking = procurement.table(
  'stocking',
  {
    siteId: text('site_id').notNull(),
    ingredientId: text('ingredient_id').notNull(),
    operatorId: text('operator_id').notNull(),
    /** Most that its shelves hold, in base units. */
    most: integer('most'),
    /** The share of days on which it must not run out, × 10,000; null lets costs decide. */
    serviceBps: integer('service_bps'),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.ingredientId] })],
)

export const certificates = procurement.table('certificates', {
  id: text('id').primaryKey(),
  supplierId: text('supplier_id').notNull(),
  kind: text('kind').notNull(),
  validFrom: date('valid_from').notNull(),
  validTo: date('valid_to').notNull(),
})
