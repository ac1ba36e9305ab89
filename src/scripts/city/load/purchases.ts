import { addDays, instantOf } from '../../../kernel/time'
import type { App } from '../../../platform/app'
import { openCount } from '../../../procurement/counting/open-count'
import { type ImportPurchases, importPurchases } from '../../../procurement/import-purchases'
import { enterInvoice } from '../../../procurement/matching/enter-invoice'
import { setRules } from '../../../procurement/purchasing/set-rules'
import { blockLots } from '../../../procurement/stock/block-lots'
import { wasteLot } from '../../../procurement/stock/waste-lot'
import type { DemoCity } from '../city'
import { GROUP } from '../operators'
import type { PastPurchase } from '../supply/purchases'

const ZONE = 'Asia/Shanghai'
const BUYER = 'per_demo_procurement'
/** The group's buyers need a second word above 2,500 yuan: some of a day's proposals are. */
const RULES = {
  approvalLimitMinor: 250_000,
  priceToleranceBps: 200,
  quantityToleranceBps: 100,
  countToleranceBps: 200,
}
const [WASTED, RECALLED] = [3, 1]

/** What procurement has behind it when the city opens: weeks of orders with their invoices, some waste, a recall and a count under way. */
export async function loadPurchases(app: App, city: DemoCity): Promise<Readonly<Record<string, number>>> {
  const counts = await importPurchases(app, rowsOf(city.purchases))
  // what follows was done once, by people
  if (counts.purchaseOrders === 0) return counts
  for (const purchase of city.purchases) await invoiceOf(app, purchase)
  await setRules(app, { operatorId: GROUP.id, rules: RULES, setBy: 'per_demo_operator' })
  const lots = city.lots.filter(({ siteId, quantity }) => siteId === 'site_ck' && quantity > 1_000)
  for (const { id: lotId, quantity } of lots.slice(0, WASTED)) {
    const written = { quantity: Math.ceil(quantity / 50), reason: 'spoiled' as const, note: '', wastedBy: BUYER }
    await wasteLot(app, { lotId, ...written })
  }
  for (const { id: lotId } of lots.slice(WASTED, WASTED + RECALLED))
    await blockLots(app, { lotId, reason: '供应商召回 supplier recall', everywhere: false, blockedBy: BUYER })
  await openCount(app, { operatorId: GROUP.id, siteId: 'site_ck', storage: 'frozen', openedBy: BUYER })
  return counts
}

function rowsOf(purchases: readonly PastPurchase[]): ImportPurchases {
  return {
    purchaseOrders: purchases.map(orderRow),
    purchaseOrderLines: purchases.flatMap((purchase) => purchase.lines.map((_, i) => lineRow(purchase, i))),
    receipts: purchases.map((purchase) => ({
      id: `rcp_${purchase.id.slice(3)}`,
      operatorId: purchase.supplier.operatorId,
      purchaseOrderId: purchase.id,
      receivedAt: arrivedAt(purchase),
      receivedBy: BUYER,
    })),
    receiptLines: purchases.flatMap((purchase) =>
      purchase.lines.map(({ term, received, rejected, temperature }, i) => ({
        id: `rcl_${purchase.id.slice(3)}_${i}`,
        receiptId: `rcp_${purchase.id.slice(3)}`,
        lineId: lineId(purchase, i),
        ingredientId: term.ingredientId,
        lotCode: `${purchase.deliverOn.slice(2).replaceAll('-', '')}-${i}`,
        expiresOn: addDays(purchase.deliverOn, 10),
        quantity: received,
        rejected,
        rejectReason: rejected > 0 ? '温度过高 too warm' : null,
        temperature,
        outOfRange: temperature === null ? null : rejected > 0,
      })),
    ),
  }
}

const lineId = ({ id }: PastPurchase, i: number): string => `pol_${id.slice(3)}_${i}`
const arrivedAt = ({ deliverOn, late }: PastPurchase): Date => instantOf(addDays(deliverOn, late), '05:40', ZONE)

function orderRow(purchase: PastPurchase): ImportPurchases['purchaseOrders'][number] {
  const { id, number, supplier, siteId, deliverOn, lines } = purchase
  const at = instantOf(addDays(deliverOn, -supplier.leadDays - 1), '10:00', ZONE)
  return {
    id,
    number,
    operatorId: supplier.operatorId,
    supplierId: supplier.id,
    siteId,
    deliverOn,
    status: 'closed',
    totalMinor: lines.reduce((sum, { term, packs }) => sum + packs * term.priceMinor, 0),
    reviewId: `rev_${id.slice(3)}`,
    proposedAt: at,
    approvedBy: BUYER,
    approvedAt: at,
    sentAt: at,
    confirmedAt: at,
    closedAt: arrivedAt(purchase),
  }
}

function lineRow(purchase: PastPurchase, i: number): ImportPurchases['purchaseOrderLines'][number] {
  const line = purchase.lines[i]
  if (!line) throw new RangeError(`order ${purchase.id} has no line ${i}`)
  const { term, packs, received, rejected } = line
  const { packSize, packName, minimumPacks, multiplePacks, priceMinor } = term
  return {
    id: lineId(purchase, i),
    purchaseOrderId: purchase.id,
    ingredientId: term.ingredientId,
    packs,
    packSize,
    packName,
    priceMinor,
    confirmedPacks: packs,
    receivedQuantity: received,
    rejectedQuantity: rejected,
    reason: {
      onHand: 0,
      expiring: 0,
      onOrder: 0,
      transfers: 0,
      need: packs * packSize,
      firm: 0,
      safety: 0,
      serviceBps: 9_500,
      from: purchase.deliverOn,
      until: addDays(purchase.deliverOn, 7),
      days: 7,
      byDay: [],
      leadDays: purchase.supplier.leadDays,
      shelfLifeDays: 10,
      packSize,
      minimumPacks,
      multiplePacks,
      supplier: 'first',
      priceBreak: null,
      topUpPacks: 0,
      cutoffPassed: false,
    },
  }
}

const invoiceOf = (app: App, purchase: PastPurchase) =>
  enterInvoice(app, {
    purchaseOrderId: purchase.id,
    number: `F-${purchase.deliverOn.slice(2).replaceAll('-', '')}`,
    issuedOn: addDays(purchase.deliverOn, 1),
    dueOn: addDays(purchase.deliverOn, 31),
    lines: purchase.lines.flatMap(({ invoiced: quantity, invoicedMinor: amountMinor }, i) =>
      quantity > 0 ? { lineId: lineId(purchase, i), quantity, amountMinor } : [],
    ),
    enteredBy: BUYER,
  })
