import { MenuPublished } from '../src/catalogue/events'
import { kitchenSeconds } from '../src/catalogue/kitchen-seconds'
import { DropClosed, RunDeparted } from '../src/delivery/events'
import { bookPayment } from '../src/funding/book-payment'
import { funds } from '../src/funding/funds'
import { dateIn } from '../src/kernel/time'
import { KitchenTimeSet, LinesRanOut, TicketProgressed } from '../src/kitchen/events'
import { intakeOf } from '../src/kitchen/sold-out/set-intake'
import { advanceGroups } from '../src/ordering/advance-groups'
import { RefundDue } from '../src/ordering/events'
import { limitKitchenTime } from '../src/ordering/limit-kitchen-time'
import { openSlot } from '../src/ordering/open-slot'
import { replayLines } from '../src/ordering/replay-sold-out'
import { returnPayment } from '../src/ordering/refunding/return-payment'
import { siteById } from '../src/places/queries'
import type { App } from '../src/platform/app'
import { type Handler, on, onOutside } from '../src/platform/consume'
import type { Payments } from '../src/platform/payments/open'

/** Asks the catalogue what a portion of each dish takes of a kitchen's time, and tells ordering how much there is. */
async function limitMeals(app: App, siteId: string, minutesPerMeal: number | null): Promise<void> {
  const zone = (await siteById(app, siteId))?.zone
  if (!zone) return
  const seconds = await kitchenSeconds(app, siteId, dateIn(zone, app.now()))
  const capacitySeconds = minutesPerMeal === null ? null : minutesPerMeal * 60
  await limitKitchenTime(app, { siteId, capacitySeconds, seconds })
}

/** Ordering follows its menus, kitchens and couriers, and returns money that is owed. */
export const ordering = (payments: Payments): Handler[] => [
  on(MenuPublished, async (app, menu) => {
    await openSlot(app, menu)
    const { minutesPerMeal } = await intakeOf(app, menu.siteId)
    if (minutesPerMeal !== null) await limitMeals(app, menu.siteId, minutesPerMeal)
  }),
  on(KitchenTimeSet, (app, { siteId, minutesPerMeal }) => limitMeals(app, siteId, minutesPerMeal)),
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
