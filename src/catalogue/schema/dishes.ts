import { index, integer, jsonb, text, unique } from 'drizzle-orm/pg-core'
import type { Text } from '../../kernel/text'
import { catalogue, name } from './catalogue'

export const KINDS = [
  'meal',
  'made_to_order',
  'produce',
  'service_slot',
  'hotel_night',
  'travel_departure',
  'ticket',
  'stored_value',
] as const
export type CatalogueKind = (typeof KINDS)[number]

/** Everything sellable; a Medusa product each. Dishes have a recipe. */
export const dishes = catalogue.table(
  'dishes',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    kind: text('kind', { enum: KINDS }).notNull(),
    name: name(),
    description: jsonb('description').$type<Text>().notNull(),
    /** Category handle, as in Medusa. */
    category: text('category').notNull(),
    tags: jsonb('tags').$type<string[]>().notNull(),
    /** Which flat illustration shows it. */
    art: text('art').notNull(),
    /** First price, before Medusa knows better; minor units. */
    priceMinor: integer('price_minor').notNull(),
    /** Tax inside the price, in basis points: 600 for catering. */
    taxBps: integer('tax_bps').notNull(),
    productId: text('product_id'),
    variantId: text('variant_id'),
    /** The recipe; null for what is not cooked here. */
    recipeId: text('recipe_id'),
    /** How it is kept from the kitchen to the door: which compartment it takes, and whether hot food's clock runs for it. */
    holding: text('holding', { enum: ['hot', 'chilled', 'ambient'] })
      .notNull()
      .default('hot'),
    /** The dish that stands in when this one runs out. */
    substituteId: text('substitute_id'),
  },
  (t) => [unique('dishes_variant').on(t.variantId), index('dishes_operator').on(t.operatorId)],
)
