import { dropsByGroup } from '../../delivery/books'
import { auditLedger, bookedMoves } from '../../funding/audit-ledger'
import { companyDaysBooked } from '../../funding/statements/cost-centres-of'
import { compareBooks, type Difference } from '../../kernel/difference'
import { cookedBatches, ticketsByGroup } from '../../kitchen/books'
import { companyDays } from '../../ordering/company-orders/books'
import { auditOrders } from '../../ordering/audit-orders'
import { groupsToBring, groupsToCook, moneyMoved } from '../../ordering/books'
import type { App } from '../../platform/app'
import { auditQueue } from '../../platform/audit-queue'
import type { Commerce } from '../../platform/commerce'
import type { Queues } from '../../platform/queue'
import type { Routes } from '../../platform/relay'
import { auditPurchasing } from '../../procurement/matching/audit-purchasing'
import { auditStock, issuedBatches } from '../../procurement/stock/audit-stock'
import { compareRecord } from './record'

export interface ReconcileParts {
  readonly queues: Queues
  readonly routes: Routes
  /** Undefined leaves Medusa's book out, where commerce does not run. */
  readonly commerce: Commerce | undefined
  /** How long facts may be on their way, in seconds. */
  readonly patience?: number
}

/** Compares orders, ledger, capacity, stock, tickets, drops, queue and Medusa's book. Reads only. */
export async function findDifferences(app: App, parts: ReconcileParts): Promise<Difference[]> {
  const { queues, routes, commerce, patience } = parts
  const found = [
    await auditOrders(app),
    await auditLedger(app),
    compareBooks('orders ↔ ledger', await moneyMoved(app), await bookedMoves(app)),
    compareBooks('company orders ↔ ledger', await companyDays(app), await companyDaysBooked(app)),
    compareBooks('orders ↔ tickets', await groupsToCook(app), await ticketsByGroup(app)),
    compareBooks('orders ↔ drops', await groupsToBring(app), await dropsByGroup(app)),
    await auditStock(app),
    await auditPurchasing(app),
    compareBooks('batches ↔ stock', await cookedBatches(app), await issuedBatches(app)),
    await auditQueue(app, queues, routes, patience),
    commerce ? await compareRecord(app, commerce) : [],
  ]
  return found.flat()
}
