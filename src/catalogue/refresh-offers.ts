import { sql } from 'drizzle-orm'
import type { App } from '../platform/app'

/** A price as Medusa has it now. */
export interface FreshPrice {
  readonly variantId: string
  readonly currency: string
  readonly priceMinor: number
}

/**
 * Carries prices over from Medusa to what is on offer from now on. Orders keep the price they were placed at.
 * Returns how many offers changed.
 */
export async function refreshOffers(app: App, prices: readonly FreshPrice[]): Promise<number> {
  if (prices.length === 0) return 0
  const fresh = JSON.stringify(prices)
  const { rows } = await app.db.execute(sql`
    with fresh as (
      select * from jsonb_to_recordset(${fresh}::jsonb) as f("variantId" text, currency text, "priceMinor" int)
    ), dishes as (
      update catalogue.dishes d set price_minor = f."priceMinor" from fresh f
      where d.variant_id = f."variantId" and d.price_minor <> f."priceMinor"
    )
    update catalogue.offers o set price_minor = f."priceMinor"
    from fresh f, catalogue.menu_days m
    where o.variant_id = f."variantId" and o.currency = f.currency and o.price_minor <> f."priceMinor"
      and m.id = o.menu_day_id and m.serves_to > ${app.now().toISOString()}::timestamptz
    returning o.id`)
  return rows.length
}
