import { sql } from 'drizzle-orm'
import type { ServiceDate } from '../../kernel/time'
import type { Tx } from '../../platform/database'
import { orderNumbers } from '../schema/purchasing'

/**
 * `PO-20261123-001`, `TR-20261123-002`. The counter's row is locked until the commit; a number lost to a rollback is
 * given out again.
 */
export async function nextNumber(
  tx: Tx,
  operatorId: string,
  day: ServiceDate,
  kind: 'PO' | 'TR' = 'PO',
): Promise<string> {
  const [row] = await tx
    .insert(orderNumbers)
    .values({ operatorId, day, last: 1 })
    .onConflictDoUpdate({
      target: [orderNumbers.operatorId, orderNumbers.day],
      set: { last: sql`${orderNumbers.last} + 1` },
    })
    .returning({ last: orderNumbers.last })
  return `${kind}-${day.replaceAll('-', '')}-${String(row?.last).padStart(3, '0')}`
}
