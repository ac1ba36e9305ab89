import type { App } from '../platform/app'
import { givenBackBy } from './domain/ticket'
import { type Touch, touchTicket } from './touch-ticket'
import type { TicketView } from './views'

/**
 * Takes back what a station (or anybody, for the expediter) finished last, for 30 minutes.
 * @throws Refusal `recall_expired`.
 */
export const recallTicket = (app: App, touch: Touch): Promise<TicketView> =>
  touchTicket(app, touch, { kind: 'recall', turns: (items, now) => givenBackBy(items, touch.station, now) })
