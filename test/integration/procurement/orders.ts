import { newId } from '../../../src/platform/id'
import type { App } from '../../../src/platform/app'
import type { QuantityReason } from '../../../src/procurement/schema/planning'
import {
  type PurchaseOrderStatus,
  purchaseOrderLines,
  purchaseOrders,
} from '../../../src/procurement/schema/purchasing'
import { MONDAY_10, OPERATOR, SITE } from '../../support/pantry'

export const TUESDAY = '2026-11-24'

/** The pantry's packs: content in base units, price in fen. */
const PACKS = { rice: [25_000, 12_800], pork: [5_000, 16_000] } as const
type Item = keyof typeof PACKS

const REASON: QuantityReason = {
  onHand: 0,
  expiring: 0,
  onOrder: 0,
  transfers: 0,
  need: 0,
  firm: 0,
  safety: 0,
  serviceBps: 9_500,
  from: '2026-11-23',
  until: '2026-11-25',
  days: 2,
  byDay: [],
  leadDays: 1,
  shelfLifeDays: 30,
  packSize: 1,
  minimumPacks: 1,
  multiplePacks: 1,
  supplier: 'only',
  priceBreak: null,
  topUpPacks: 0,
  cutoffPassed: false,
}

export interface Options {
  readonly status?: PurchaseOrderStatus
  readonly number?: string
  readonly deliverOn?: string
  readonly supplierId?: string
}

/** An order of so many packs, in whatever state, without the way there; its lines by item. */
export async function orderOf(
  app: App,
  packs: Partial<Record<Item, number>>,
  { status = 'proposed', number = 'PO-1', deliverOn = TUESDAY, supplierId = 'sup_grain' }: Options = {},
) {
  const id = newId('po')
  const items = Object.entries(packs) as [Item, number][]
  const totalMinor = items.reduce((sum, [item, count]) => sum + count * PACKS[item][1], 0)
  const sentAt = status === 'proposed' || status === 'approved' ? null : MONDAY_10
  const where = { operatorId: OPERATOR, siteId: SITE, supplierId, deliverOn, reviewId: newId('rev') }
  await app.db
    .insert(purchaseOrders)
    .values({ id, number, status, totalMinor, proposedAt: MONDAY_10, sentAt, approvedAt: sentAt, ...where })
  const lines: Partial<Record<Item, string>> = {}
  for (const [item, count] of items) {
    const lineId = newId('pol')
    const [packSize, priceMinor] = PACKS[item]
    const pack = { packs: count, packSize, packName: { zh: '袋', en: 'bag' }, priceMinor, reason: REASON }
    await app.db.insert(purchaseOrderLines).values({ id: lineId, purchaseOrderId: id, ingredientId: item, ...pack })
    lines[item] = lineId
  }
  return { id, totalMinor, lines }
}
