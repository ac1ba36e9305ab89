import { runInThread } from '../../platform/thread'
import type { OrderDocument } from './order-document'

/** The order on paper, as PDF. The same order gives the same bytes. */
export const printOrder = (order: OrderDocument): Promise<Uint8Array> =>
  runInThread<OrderDocument, Uint8Array>('src/procurement/documents/print-thread.ts', order)
