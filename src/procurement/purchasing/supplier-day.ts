import { eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import { dateIn, type ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import type { Tx } from '../../platform/database'
import { suppliers } from '../schema/supply'

export type Supplier = typeof suppliers.$inferSelect

/** A supplier, and which day it is where it delivers. @throws Refusal `not_found` */
export async function supplierToday(
  app: App,
  tx: Tx,
  supplierId: string,
): Promise<{ supplier: Supplier; today: ServiceDate }> {
  const [supplier] = await tx.select().from(suppliers).where(eq(suppliers.id, supplierId))
  if (!supplier) throw new Refusal('not_found')
  return { supplier, today: dateIn(supplier.zone, app.now()) }
}
