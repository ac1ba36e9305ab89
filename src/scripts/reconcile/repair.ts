import { costCentresOf } from '../../funding/statements/cost-centres-of'
import { customersOf } from '../../people/queries'
import { repairPools } from '../../ordering/audit-orders'
import { openCompanyOrders } from '../../ordering/company-orders/open-company-orders'
import { recordCompanyOrders } from '../../ordering/company-orders/record-company-orders'
import { recordChanges } from '../../ordering/record-changes'
import { recordOrders } from '../../ordering/record-orders'
import type { App } from '../../platform/app'
import { relayOnce, sweepOnce } from '../../platform/relay'
import type { ReconcileParts } from './differences'

/**
 * Repairs what is safe: sums are recomputed from their parts and facts that got lost are sent again. Money, stock and
 * orders are never changed here: those differences stay on the list for a person. Returns what was done, in words.
 */
export async function repair(app: App, { queues, routes, commerce }: ReconcileParts): Promise<string[]> {
  const pools = await repairPools(app)
  let sent = 0
  for (let batch = 1; batch > 0; sent += batch) batch = await relayOnce(app, queues, routes)
  const again = await sweepOnce(app, queues, routes, 0)
  let recorded = 0
  if (commerce) {
    for (let batch = 1; batch > 0; recorded += batch) batch = await recordOrders(app, commerce, customersOf)
    await recordChanges(app, commerce)
    while ((await openCompanyOrders(app)) > 0);
    for (let batch = 1; batch > 0; recorded += batch) batch = await recordCompanyOrders(app, commerce, costCentresOf)
  }
  return [
    `${pools} pools set to what is held`,
    `${sent} waiting facts sent, ${again} lost facts sent again`,
    `${recorded} orders carried over to Medusa`,
  ]
}
