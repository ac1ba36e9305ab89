import { MenuPublished } from '../src/catalogue/events'
import { DropClosed, RunDeparted } from '../src/delivery/events'
import { bookPayment } from '../src/funding/book-payment'
import { funds } from '../src/funding/funds'
import { LinesRanOut, TicketProgressed } from '../src/kitchen/events'
import { advanceGroups } from '../src/ordering/advance-groups'
import { RefundDue } from '../src/ordering/events'
import { openSlot } from '../src/ordering/open-slot'
import { replayLines } from '../src/ordering/replay-sold-out'
import { returnPayment } from '../src/ordering/refunding/return-payment'
import { type Handler, on, onOutside } from '../src/platform/consume'
import type { Payments } from '../src/platform/payments/open'

/** Ordering follows its menus, kitchens and couriers, and returns money that is owed. */
export const ordering = (payments: Payments): Handler[] => [
  on(MenuPublished, openSlot),
  on(TicketProgressed, (app, { groupId, status, version }) => {
    return advanceGroups(app, { groupIds: [groupId], status, ticketVersion: version })
  }),
  on(LinesRanOut, async (app, { orderId, lineIds, dishId }) => {
    await replayLines(app, { orderId, lineIds, cause: `sold_out:${dishId}` }, funds)
  }),
  on(RunDeparted, (app, { groupIds }) => advanceGroups(app, { groupIds, status: 'on_the_way' })),
  on(DropClosed, (app, { groupId, outcome }) => advanceGroups(app, { groupIds: [groupId], status: outcome })),
  onOutside(RefundDue, (app, { refundId }) => returnPayment(app, payments, { refundId }, bookPayment)),
]
