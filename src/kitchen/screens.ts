import type { MealPeriod, ServiceDate } from '../kernel/time'
import type { Tx } from '../platform/database'
import { tell } from '../platform/realtime'
import { type BatchRow, batchView, type PlanView, type TicketView } from './views'

/** What the screens of a site watch. */
export const kitchenTopic = (siteId: string): string => `kitchen:${siteId}`

export interface Shown {
  readonly siteId: string
  readonly ticket: TicketView
}

/** Puts tickets on every screen of their sites, when the transaction commits. Call it last: it holds the topics until then. */
export const showTickets = (tx: Tx, shown: readonly Shown[]): Promise<void> =>
  tell(
    tx,
    shown.map(({ siteId, ticket }) => ({ topic: kitchenTopic(siteId), event: 'ticket', data: ticket })),
  )

/** Puts batches of one site on its screens, as one event. */
export async function showBatches(tx: Tx, batches: readonly BatchRow[]): Promise<void> {
  const [first] = batches
  if (!first) return
  await tell(tx, [{ topic: kitchenTopic(first.siteId), event: 'batches', data: batches.map(batchView) }])
}

export interface ShownService {
  readonly siteId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
}

/** Puts all batches of a service on its site's screens, in place of those they show, with what of them does not fit. */
export const showPlan = (
  tx: Tx,
  { siteId, serviceDate, period }: ShownService,
  all: readonly BatchRow[],
  plan: PlanView,
): Promise<void> => {
  const data = { serviceDate, period, batches: all.map(batchView), plan }
  return tell(tx, [{ topic: kitchenTopic(siteId), event: 'plan', data }])
}
