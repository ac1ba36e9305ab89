import { asc, eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { issueStock } from '../../../src/procurement/stock/issue-stock'
import { planReplenishment } from '../../../src/procurement/planning/plan-replenishment'
import { cancelPurchaseOrder } from '../../../src/procurement/purchasing/cancel-purchase-order'
import { changeLine } from '../../../src/procurement/purchasing/change-line'
import { demandHistory, reviews } from '../../../src/procurement/schema/planning'
import { purchaseOrderLines, purchaseOrders } from '../../../src/procurement/schema/purchasing'
import { supplyTerms } from '../../../src/procurement/schema/supply'
import { type TestApp, testApp } from '../../support/app'
import { lunches, MONDAY, MONDAY_10, OPERATOR, putLot, SITE, stockPantry, TUESDAY } from '../../support/pantry'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
  app.setNow(MONDAY_10)
  await stockPantry(app)
})
afterEach(() => app.close())

const linesOf = () => app.db.select().from(purchaseOrderLines).orderBy(asc(purchaseOrderLines.ingredientId))
const ordersOf = () => app.db.select().from(purchaseOrders).orderBy(asc(purchaseOrders.number))

describe('planning the replenishment', () => {
  it('P1 orders need less stock less orders, and nothing when nothing changed', async () => {
    // lunch and dinner need 2 × 333 × 180 = 119,880 g of rice and 79,920 g of pork; Tuesday’s delivery lasts until Wednesday’s
    await putLot(app, { ingredientId: 'rice', quantity: 10_000, expiresOn: '2026-12-30' })
    expect(await planReplenishment(app, { reviewId: 'rev_1', ...lunches(333) })).toEqual({ lines: 2, unplanned: [] })

    const [order, ...others] = await ordersOf()
    expect(others).toEqual([])
    expect(order).toMatchObject({ number: 'PO-20261123-001', deliverOn: '2026-11-24', status: 'proposed' })
    const [pork, rice] = await linesOf()
    // 109,880 g are 5 bags of 25 kg, at the price from 4 bags on; 79,920 g are 16 boxes of 5 kg
    expect(rice).toMatchObject({ packs: 5, priceMinor: 12_000 })
    expect(pork).toMatchObject({ packs: 16, priceMinor: 16_000 })
    expect(order?.totalMinor).toBe(5 * 12_000 + 16 * 16_000)
    expect(rice?.reason).toMatchObject({
      onHand: 10_000,
      onOrder: 0,
      expiring: 0,
      need: 119_880,
      firm: 119_880,
      safety: 0,
      from: MONDAY,
      until: '2026-11-25',
      days: 2,
      supplier: 'only',
    })

    expect(await planReplenishment(app, { reviewId: 'rev_2', ...lunches(333) })).toEqual({ lines: 0, unplanned: [] })
    expect(await ordersOf()).toHaveLength(1)
  })

  it('P1 orders once when eight plans run at the same moment', async () => {
    const plans = Array.from({ length: 8 }, (_, i) => planReplenishment(app, { reviewId: `rev_${i}`, ...lunches(333) }))
    const lines = (await Promise.all(plans)).map((plan) => plan.lines)
    expect(lines.reduce((a, b) => a + b, 0)).toBe(2)
    expect((await linesOf()).map((line) => line.packs)).toEqual([16, 5])
    expect(await ordersOf()).toHaveLength(1)
    expect(await app.db.select().from(reviews)).toHaveLength(8)
  })

  it('raises the standing proposal of the delivery when more is needed', async () => {
    await planReplenishment(app, { reviewId: 'rev_1', ...lunches(100) })
    await planReplenishment(app, { reviewId: 'rev_2', ...lunches(333) })
    expect(await ordersOf()).toHaveLength(1)
    expect((await linesOf()).map((line) => line.packs)).toEqual([16, 5])
    expect((await linesOf())[1]?.priceMinor).toBe(12_000)
  })

  it('counts what batches have taken as done, covered or not', async () => {
    const needs = [{ ingredientId: 'rice', quantity: 59_940 }]
    await issueStock(app, { ref: 'bat_1', operatorId: OPERATOR, siteId: SITE, serviceDate: TUESDAY, needs })
    await planReplenishment(app, { reviewId: 'rev_1', ...lunches(333) })
    expect((await linesOf())[1]).toMatchObject({ packs: 3, reason: { need: 59_940 } })
  })

  it('does not count stock that will expire unused', async () => {
    // 90 kg may be used on Monday only, which needs 59.94 kg; Tuesday finds none of it
    await putLot(app, { ingredientId: 'rice', quantity: 90_000, expiresOn: MONDAY })
    await putLot(app, { ingredientId: 'rice', quantity: 8_000, expiresOn: '2026-11-22' })
    const { menu, ...plan } = lunches(333)
    const [dish] = menu
    const both = [MONDAY, TUESDAY].flatMap((serviceDate) => (dish ? [{ ...dish, serviceDate }] : []))
    await planReplenishment(app, { reviewId: 'rev_1', ...plan, menu: both })
    expect((await linesOf())[1]).toMatchObject({ packs: 3, reason: { onHand: 90_000, expiring: 30_060 } })
  })

  it('adds the average of the past for menus still open, with safety for its swing', async () => {
    const past = ['2026-11-03', '2026-11-10', '2026-11-17'].map((serviceDate, i) => ({
      siteId: SITE,
      dishId: 'pork_rice',
      serviceDate,
      period: 'lunch' as const,
      operatorId: OPERATOR,
      portions: [80, 100, 120][i] ?? 0,
    }))
    await app.db.insert(demandHistory).values(past)
    const { menu, ...plan } = lunches(0)
    await planReplenishment(app, {
      reviewId: 'rev_1',
      ...plan,
      menu: menu.slice(0, 1).map((dish) => ({ ...dish, open: true })),
    })
    // 100 ± 20 portions of 180 g; rice keeps, so that 99 days in 100 are paid for: 2.3263 × 3,600 = 8,375
    expect((await linesOf())[1]?.reason).toMatchObject({ need: 18_000, firm: 0, safety: 8_375, serviceBps: 9_900 })
  })

  it('says what nobody sells, and plans the rest', async () => {
    await app.db.delete(supplyTerms).where(eq(supplyTerms.ingredientId, 'pork'))
    const { unplanned } = await planReplenishment(app, { reviewId: 'rev_1', ...lunches(333) })
    expect(unplanned).toEqual([{ ingredientId: 'pork', reason: 'no_supplier' }])
    expect((await linesOf()).map((line) => line.ingredientId)).toEqual(['rice'])
  })

  it('leaves a line alone that a person has changed, and proposes again what was rejected', async () => {
    await planReplenishment(app, { reviewId: 'rev_1', ...lunches(333) })
    const [order] = await ordersOf()
    const [pork] = await linesOf()
    const purchaseOrderId = order?.id ?? ''
    await changeLine(app, { purchaseOrderId, lineId: pork?.id ?? '', packs: 2, changedBy: 'per_1' })
    expect((await planReplenishment(app, { reviewId: 'rev_2', ...lunches(333) })).lines).toBe(0)

    await cancelPurchaseOrder(app, { purchaseOrderId, cancelledBy: 'per_1', reason: 'test' })
    expect((await planReplenishment(app, { reviewId: 'rev_3', ...lunches(333) })).lines).toBe(2)
    expect((await ordersOf()).map((each) => each.number)).toEqual(['PO-20261123-001', 'PO-20261123-002'])
  })

  it('keeps one number an order under many plans for many deliveries', async () => {
    const sites = Array.from({ length: 8 }, (_, i) => `site_${i}`)
    await Promise.all(
      sites.map((siteId) => planReplenishment(app, { reviewId: `rev_${siteId}`, ...lunches(50), siteId })),
    )
    const { rows } = await app.db.execute(sql`select count(distinct number)::int n from procurement.purchase_orders`)
    expect(rows).toEqual([{ n: 8 }])
  })
})
