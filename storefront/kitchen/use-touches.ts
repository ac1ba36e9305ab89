import { useOutbox } from '../outbox/use-outbox'
import { bumpTicket, recallTicket } from './api'
import type { Ticket, Touch } from './board'

const send = ({ id, kind, ticketId, station }: Touch): Promise<Ticket> => {
  const call = kind === 'bump' ? bumpTicket : recallTicket
  return call({ params: { ticketId }, body: { id, station } }, { key: id })
}

/** The touches of this tablet, whichever service it shows; one a page. */
export const useTouches = () => useOutbox<Touch, Ticket>({ database: 'linli-kitchen', store: 'touches', send })

export type Touches = ReturnType<typeof useTouches>
