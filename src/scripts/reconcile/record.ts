import type { Difference } from '../../kernel/difference'
import { companyOrdersOnRecord } from '../../ordering/company-orders/books'
import { ordersOnRecord, type RecordedFacts } from '../../ordering/books'
import type { App } from '../../platform/app'
import type { Commerce } from '../../platform/commerce'

const PAGE = 100

/** Compares every firm order, and every company's order of a menu day, with what Medusa has on record. */
export async function compareRecord(app: App, commerce: Commerce): Promise<Difference[]> {
  return [
    ...(await compareAll(app, commerce, ordersOnRecord)),
    ...(await compareAll(app, commerce, companyOrdersOnRecord)),
  ]
}

async function compareAll(app: App, commerce: Commerce, read: typeof ordersOnRecord): Promise<Difference[]> {
  const differences: Difference[] = []
  for (let after = ''; ; ) {
    const ours = await read(app, after, PAGE)
    if (ours.length === 0) return differences
    const theirs = await commerce.orderRecords(ours.map(({ orderId }) => orderId))
    const known = new Map(theirs.map((record) => [record.orderId, record]))
    for (const order of ours) {
      const [expected, found] = [saying(order), known.get(order.orderId)]
      const said = found ? saying(found) : 'nothing'
      if (said !== expected)
        differences.push({ check: 'orders ↔ Medusa', subject: order.orderId, expected, found: said })
    }
    after = ours.at(-1)?.orderId ?? ''
  }
}

const saying = ({ totalMinor, refundedMinor, cancelled, fulfilled }: Omit<RecordedFacts, 'orderId'>): string =>
  // a cancelled order's total is Medusa's own affair; what matters is that it is void and its money back
  cancelled ? `cancelled, ${refundedMinor} back` : `${totalMinor} total, ${refundedMinor} back, ${fulfilled} fulfilled`
