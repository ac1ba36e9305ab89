import { costCentresOf } from '../src/funding/statements/cost-centres-of'
import { openCompanyOrders } from '../src/ordering/company-orders/open-company-orders'
import { recordCompanyOrders } from '../src/ordering/company-orders/record-company-orders'
import { MenuClosed, OrderCancelled, OrderCompleted, OrderPlaced } from '../src/ordering/events'
import { recordChanges } from '../src/ordering/record-changes'
import { recordOrders } from '../src/ordering/record-orders'
import { customersOf } from '../src/people/queries'
import type { App } from '../src/platform/app'
import type { Commerce } from '../src/platform/commerce'
import { type Handler, onOutside } from '../src/platform/consume'
import { gather } from '../src/platform/gather'

/** Long enough for the facts of a rush to travel in one batch, short enough for nobody to miss the record. */
const GATHER_MS = 500

/** Carries everything over that Medusa does not have yet: the first fact of a rush takes the others along. */
export async function keepBook(app: App, commerce: Commerce): Promise<void> {
  while ((await recordOrders(app, commerce, customersOf)) > 0);
  while ((await recordChanges(app, commerce)) > 0);
  while ((await openCompanyOrders(app)) > 0);
  while ((await recordCompanyOrders(app, commerce, costCentresOf)) > 0);
}

/** Medusa's book of record follows the orders. */
export const commerce = (client: Commerce): Handler[] => {
  const record = gather<App>(async ([app]) => app && keepBook(app, client), GATHER_MS)
  return [
    onOutside(OrderPlaced, record),
    onOutside(OrderCancelled, record),
    onOutside(OrderCompleted, record),
    onOutside(MenuClosed, record),
  ]
}
