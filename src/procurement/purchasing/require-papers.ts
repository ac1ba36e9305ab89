import { eq } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { ServiceDate } from '../../kernel/time'
import type { Tx } from '../../platform/database'
import { certificates } from '../schema/supply'

/**
 * Every kind of certificate the supplier holds must still be valid on the day of delivery.
 * @throws Refusal `certificate_expired`, also for a supplier who holds none.
 */
export async function requirePapers(tx: Tx, supplierId: string, deliverOn: ServiceDate): Promise<void> {
  const held = await tx.select().from(certificates).where(eq(certificates.supplierId, supplierId))
  for (const kind of new Set(held.map((certificate) => certificate.kind))) {
    const own = held.filter((certificate) => certificate.kind === kind)
    const covers = own.some(({ validFrom, validTo }) => validFrom <= deliverOn && deliverOn <= validTo)
    if (covers) continue
    const validTo = own.map((certificate) => certificate.validTo).reduce((a, b) => (a > b ? a : b))
    throw new Refusal('certificate_expired', { validTo, deliverOn })
  }
  if (held.length === 0) throw new Refusal('certificate_expired', { validTo: '–', deliverOn })
}
