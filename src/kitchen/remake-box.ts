import type { App } from '../platform/app'
import { type AcceptOrder, acceptOrders } from './accept-orders'

/** A box that was damaged or got lost, and the order it was of. */
export interface RemakeBox {
  /** The hand-over that failed: a box is made again once for each. */
  readonly dropId: string
  readonly order: AcceptOrder
}

/**
 * What was damaged or lost is cooked once more: a ticket of its own, due at once, named by the hand-over that failed, so
 * that the first ticket stays as it was and being told twice opens one.
 */
export const remakeBox = (app: App, { dropId, order }: RemakeBox): Promise<void> =>
  acceptOrders(app, [
    {
      ...order,
      groupId: dropId,
      servesFrom: app.now(),
      destination: { zh: `重做 · ${order.destination.zh}`, en: `Remake · ${order.destination.en}` },
      lines: order.lines.map((line) => ({ ...line, lineId: `${dropId}.${line.lineId}` })),
    },
  ])
