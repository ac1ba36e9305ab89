import { Refusal } from '../../kernel/refusal'
import type { ServiceDate } from '../../kernel/time'
import { isOutOfRange, temperatureRange } from '../domain/storage'
import type { purchaseOrderLines } from '../schema/purchasing'
import type { ingredients } from '../schema/supply'

export interface ReceivedLine {
  readonly lineId: string
  /** Good goods, in the unit given, which must be the ingredient's own. */
  readonly quantity: number
  readonly unit: 'g' | 'ml' | 'piece'
  readonly lotCode: string
  readonly expiresOn: ServiceDate
  /** Sent back, in the same unit, with the reason. */
  readonly rejected: number
  readonly rejectReason?: string | undefined
  /** Tenths of a degree Celsius. */
  readonly temperature?: number | undefined
  /** The trade item on the box, 14 digits. */
  readonly gtin?: string | undefined
  readonly photoId?: string | undefined
}

/** An order's line with what its item asks of an arrival. */
export type OrderedLine = typeof purchaseOrderLines.$inferSelect &
  Pick<typeof ingredients.$inferSelect, 'unit' | 'storage'> & { readonly overDeliveryBps: number }

export interface Arrival {
  readonly line: OrderedLine
  readonly received: ReceivedLine
}

/**
 * What may be taken in. Goods too warm or too cold may only be sent back.
 * @throws Refusal `not_found`, `unit_mismatch`, `goods_expired`, `reject_reason_required`, `temperature_required`,
 * `temperature_out_of_range`
 */
export function checkArrival(received: ReceivedLine, line: OrderedLine | undefined, today: ServiceDate): Arrival {
  if (!line) throw new Refusal('not_found')
  if (received.unit !== line.unit) throw new Refusal('unit_mismatch', { unit: line.unit })
  if (received.quantity > 0 && received.expiresOn < today) throw new Refusal('goods_expired', { lot: received.lotCode })
  if (received.rejected > 0 && !received.rejectReason) throw new Refusal('reject_reason_required')
  const range = temperatureRange(line.storage)
  if (received.quantity === 0 || !range) return { line, received }
  if (received.temperature === undefined) throw new Refusal('temperature_required')
  if (isOutOfRange(line.storage, received.temperature))
    throw new Refusal('temperature_out_of_range', { from: range.from / 10, to: range.to / 10 })
  return { line, received }
}
