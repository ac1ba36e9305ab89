import { sql } from 'drizzle-orm'
import type { Text } from '../../kernel/text'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'

/** A lot that went into a batch, in base units. */
export interface UsedLot {
  readonly batchId: string
  readonly lotId: string
  readonly code: string
  readonly ingredient: Text
  readonly unit: 'g' | 'ml' | 'piece'
  readonly quantity: number
  readonly supplier: Text | null
  readonly expiresOn: ServiceDate
  readonly blocked: boolean
}

/** The lots some batches were cooked from. */
export async function lotsOfBatches(app: App, batchIds: readonly string[]): Promise<UsedLot[]> {
  if (batchIds.length === 0) return []
  const { rows } = await app.db.execute<UsedLot & Record<string, unknown>>(sql`
    select m.ref as "batchId", l.id as "lotId", l.code, i.name as ingredient, i.unit, -m.delta as quantity,
           s.name as supplier, l.expires_on::text as "expiresOn", l.blocked_at is not null as blocked
    from procurement.stock_moves m join procurement.lots l on l.id = m.lot_id
    join procurement.ingredients i on i.id = l.ingredient_id left join procurement.suppliers s on s.id = l.supplier_id
    where m.ref = any(${sql.param([...batchIds])}) and m.reason = 'issue' order by m.ref, l.ingredient_id, l.id`)
  return rows
}
