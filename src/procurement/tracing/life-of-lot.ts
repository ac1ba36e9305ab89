import { sql } from 'drizzle-orm'
import type { Text } from '../../kernel/text'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'

/** One move of a lot with what an outsider needs to know of it. Quantities in base units, positive. */
export interface LifeEvent {
  readonly at: string
  readonly kind: 'receipt' | 'opening' | 'issue' | 'waste' | 'return' | 'transfer_out' | 'transfer_in' | 'count'
  readonly ref: string
  readonly lotId: string
  readonly code: string
  readonly expiresOn: ServiceDate
  readonly siteId: string
  readonly ingredientId: string
  readonly ingredient: Text
  readonly unit: 'g' | 'ml' | 'piece'
  readonly delta: number
  readonly supplierId: string | null
  readonly supplier: Text | null
  readonly orderNumber: string | null
  /** Tenths of a degree Celsius, at receipt. */
  readonly temperature: number | null
}

const MOST_ROWS = 50_000

const events = (where: ReturnType<typeof sql>) => sql`
  select to_char(m.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, m.reason as kind, m.ref, l.id as "lotId",
         l.code, l.expires_on::text as "expiresOn", l.site_id as "siteId", l.ingredient_id as "ingredientId",
         i.name as ingredient, i.unit, m.delta, l.supplier_id as "supplierId", s.name as supplier,
         o.number as "orderNumber", r.temperature
  from procurement.stock_moves m join procurement.lots l on l.id = m.lot_id
  join procurement.ingredients i on i.id = l.ingredient_id left join procurement.suppliers s on s.id = l.supplier_id
  left join procurement.receipt_lines r on r.id = m.ref left join procurement.receipts h on h.id = r.receipt_id
  left join procurement.purchase_orders o on o.id = h.purchase_order_id
  where ${where} order by m.id limit ${MOST_ROWS}`

/** Everything that happened to some lots, in the order it was written. */
export async function lifeOfLots(app: App, lotIds: readonly string[]): Promise<LifeEvent[]> {
  const { rows } = await app.db.execute<LifeEvent & Record<string, unknown>>(
    events(sql`l.id = any(${sql.param([...lotIds])})`),
  )
  return rows
}

/** Everything that happened to the lots of a site between two instants. */
export async function lifeOfSite(app: App, siteId: string, from: Date, before: Date): Promise<LifeEvent[]> {
  const { rows } = await app.db.execute<LifeEvent & Record<string, unknown>>(
    events(sql`l.site_id = ${siteId} and m.at >= ${from.toISOString()} and m.at < ${before.toISOString()}`),
  )
  return rows
}
