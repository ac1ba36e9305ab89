import type { App } from '../platform/app'
import { finishedBy } from './domain/ticket'
import { type Touch, touchTicket } from './touch-ticket'
import type { TicketView } from './views'

/** A station (or the expediter) is done with its items; the ticket is ready when every station is. Once done, done. */
export const bumpTicket = (app: App, touch: Touch): Promise<TicketView> =>
  touchTicket(app, touch, { kind: 'bump', turns: (items) => finishedBy(items, touch.station) })
