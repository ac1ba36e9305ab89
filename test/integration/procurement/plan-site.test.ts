import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { planReplenishment, planSites } from '../../../src/procurement/planning/plan-replenishment'
import { purchaseOrderLines, purchaseOrders } from '../../../src/procurement/schema/purchasing'
import { forecastOverrides, forecasts } from '../../../src/procurement/schema/forecasts'
import { ingredients, stocking, suppliers, supplyTerms } from '../../../src/procurement/schema/supply'
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
const ordersOf = () => app.db.select().from(purchaseOrders).orderBy(asc(purchaseOrders.deliverOn))
const setGrain = (values: Partial<typeof suppliers.$inferInsert>) =>
  app.db.update(suppliers).set(values).where(eq(suppliers.id, 'sup_grain'))

/** Lunches of the coming days, sold out and closed. */
function week(portions: readonly number[], firstDay = 24) {
  const { menu, ...plan } = lunches(0)
  const dish = menu[0]!
  return {
    ...plan,
    menu: portions.map((firm, i) => ({ ...dish, serviceDate: `2026-11-${firstDay + i}`, firm })),
  }
}

/** A second grain dealer, every day of the week. */
async function another(
  terms: Partial<typeof supplyTerms.$inferInsert>,
  supplier: Partial<typeof suppliers.$inferInsert> = {},
) {
  const [grain] = await app.db.select().from(suppliers).where(eq(suppliers.id, 'sup_grain'))
  await app.db
    .insert(suppliers)
    .values({ ...grain!, id: 'sup_other', deliveryWeekdays: [1, 2, 3, 4, 5, 6, 7], ...supplier })
  const [rice] = await app.db.select().from(supplyTerms).where(eq(supplyTerms.ingredientId, 'rice'))
  await app.db.insert(supplyTerms).values({ ...rice!, supplierId: 'sup_other', priceBreaks: [], ...terms })
}

describe('the supplier’s calendar', () => {
  it('P2 takes the next delivery when the closing time is over, and says so', async () => {
    app.setNow(new Date('2026-11-23T08:00:00Z'))
    await planReplenishment(app, { reviewId: 'rev_1', ...week([100], 25) })
    expect((await ordersOf()).map(({ deliverOn }) => deliverOn)).toEqual(['2026-11-25'])
    expect((await linesOf())[0]?.reason).toMatchObject({ cutoffPassed: true, leadDays: 2 })
  })

  it('skips holidays and uses the days that make up for them', async () => {
    await setGrain({ holidays: [TUESDAY, '2026-11-25'], makeUpDays: ['2026-11-28'], deliveryWeekdays: [2, 3] })
    await planReplenishment(app, { reviewId: 'rev_1', ...week([100], 28) })
    expect((await ordersOf()).map(({ deliverOn }) => deliverOn)).toEqual(['2026-11-28'])
  })

  it('counts lead days on the supplier’s working days: Friday’s order, two days ahead, comes on Tuesday', async () => {
    app.setNow(new Date('2026-11-27T02:00:00Z'))
    await setGrain({ leadDays: 2, workWeekdays: [1, 2, 3, 4, 5] })
    await planReplenishment(app, {
      reviewId: 'rev_1',
      ...week([100], 30),
      menu: week([0, 0, 0, 0, 100], 27).menu.map((day, i) => ({
        ...day,
        serviceDate: ['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01'][i]!,
      })),
    })
    expect((await ordersOf()).map(({ deliverOn }) => deliverOn)).toEqual(['2026-12-01'])
  })

  it('orders for every delivery that tomorrow’s plan would be too late for', async () => {
    // an order of Monday reaches Tuesday and Wednesday; Tuesday is no working day, so that its order reaches Thursday
    await app.db.update(ingredients).set({ shelfLifeDays: 1 })
    await setGrain({ workWeekdays: [1, 3, 4, 5, 6, 7] })
    await planReplenishment(app, { reviewId: 'rev_1', ...week([0, 100, 100]) })
    expect((await ordersOf()).map(({ deliverOn }) => deliverOn)).toEqual(['2026-11-25'])
  })
})

describe('the choice of the supplier', () => {
  it('P2 goes to the next by priority when the first comes after the stock runs out', async () => {
    await setGrain({ deliveryWeekdays: [4] })
    await another({ priority: 2 })
    await planReplenishment(app, { reviewId: 'rev_1', ...week([100, 0, 0]) })
    const rice = (await linesOf()).find(({ ingredientId }) => ingredientId === 'rice')
    expect(rice?.reason).toMatchObject({ supplier: 'sooner', leadDays: 1 })
  })

  it('takes the cheaper of two that stand equal', async () => {
    await another({ priority: 1, priceMinor: 11_000 })
    await planReplenishment(app, { reviewId: 'rev_1', ...week([100]) })
    const rice = (await linesOf()).find(({ ingredientId }) => ingredientId === 'rice')
    expect(rice).toMatchObject({ priceMinor: 11_000, reason: { supplier: 'cheaper' } })
  })
})

describe('the order', () => {
  it('P2 buys 4 packs of 12 for a need of 15 when packs are sold by four', async () => {
    await app.db.update(supplyTerms).set({ packSize: 12, multiplePacks: 4 }).where(eq(supplyTerms.ingredientId, 'rice'))
    const { explosion: _, ...plan } = week([1])
    const explosion = new Map([['pork_rice_1', [{ ingredientId: 'rice', perThousand: 15_000 }]]])
    await planReplenishment(app, { reviewId: 'rev_1', ...plan, explosion })
    expect(await linesOf()).toMatchObject([{ packs: 4, reason: { need: 15, packSize: 12, multiplePacks: 4 } }])
  })

  it('buys more of what keeps when a price break pays for carrying it', async () => {
    await setGrain({ deliveryWeekdays: [1, 2, 3, 4, 5, 6, 7] })
    // 22.5 kg a day: a bag a day, or four at the lower price at once
    await planReplenishment(app, { reviewId: 'rev_1', ...week([125, 125, 125, 125]) })
    const rice = (await linesOf()).find(({ ingredientId }) => ingredientId === 'rice')
    expect(rice).toMatchObject({
      packs: 4,
      priceMinor: 12_000,
      reason: { priceBreak: { packs: 4, priceMinor: 12_000 } },
    })
  })

  it('brings later need forward to reach the minimum order value, and says how much', async () => {
    await app.db.update(supplyTerms).set({ priceBreaks: [] })
    await setGrain({ minimumMinor: 900_000 })
    await planReplenishment(app, { reviewId: 'rev_1', ...week([500, 2_500, 2_500]) })
    const [order] = await ordersOf()
    expect(order?.totalMinor).toBeGreaterThanOrEqual(900_000)
    expect((await linesOf()).some(({ reason }) => reason.topUpPacks > 0)).toBe(true)
    expect((await planReplenishment(app, { reviewId: 'rev_2', ...week([500, 2_500, 2_500]) })).lines).toBe(0)
  })

  it('fits the shelves, and says so where no order does', async () => {
    await app.db
      .insert(stocking)
      .values({ siteId: SITE, ingredientId: 'rice', operatorId: OPERATOR, most: 20_000, serviceBps: null })
    const { unplanned } = await planReplenishment(app, { reviewId: 'rev_1', ...week([100]) })
    expect(unplanned).toEqual([{ ingredientId: 'rice', reason: 'infeasible' }])
    expect((await linesOf()).map(({ ingredientId }) => ingredientId)).toEqual(['pork'])
  })
})

describe('what cannot be planned', () => {
  it('is named with a reason, and the rest is planned', async () => {
    await app.db
      .update(supplyTerms)
      .set({
        priceBreaks: [
          { packs: 9, priceMinor: 1 },
          { packs: 4, priceMinor: 2 },
        ],
      })
      .where(eq(supplyTerms.ingredientId, 'pork'))
    await app.db.insert(suppliers).values({
      id: 'sup_never',
      operatorId: OPERATOR,
      name: { zh: '无', en: 'Never' },
      deliveryWeekdays: [],
      leadDays: 1,
      orderCutoff: '16:00',
      minimumMinor: 0,
      zone: 'Asia/Shanghai',
    })
    await app.db.insert(supplyTerms).values({
      supplierId: 'sup_never',
      ingredientId: 'egg',
      operatorId: OPERATOR,
      priority: 1,
      packSize: 30,
      packName: { zh: '盒', en: 'tray' },
      minimumPacks: 1,
      priceMinor: 100,
      priceBreaks: [],
    })
    const { explosion, ...plan } = week([100])
    const lines = explosion.get('pork_rice_1') ?? []
    const wider = new Map([
      [
        'pork_rice_1',
        [...lines, { ingredientId: 'egg', perThousand: 1_000 }, { ingredientId: 'gram_of_what', perThousand: 1_000 }],
      ],
    ])
    const done = await planReplenishment(app, { reviewId: 'rev_1', ...plan, explosion: wider })
    expect(done.unplanned).toEqual([
      { ingredientId: 'egg', reason: 'no_delivery_day' },
      { ingredientId: 'gram_of_what', reason: 'no_conversion' },
      { ingredientId: 'pork', reason: 'bad_terms' },
    ])
    expect((await linesOf()).map(({ ingredientId }) => ingredientId)).toEqual(['rice'])
  })

  it('does not buy on Tuesday what Monday lacks, but says what it lacks', async () => {
    await putLot(app, { ingredientId: 'rice', quantity: 1_000, expiresOn: '2026-12-30' })
    const done = await planReplenishment(app, { reviewId: 'rev_1', ...week([100], 23) })
    expect(done).toEqual({
      lines: 0,
      unplanned: [
        { ingredientId: 'pork', reason: 'too_late', date: MONDAY, quantity: 12_000 },
        { ingredientId: 'rice', reason: 'too_late', date: MONDAY, quantity: 17_000 },
      ],
    })
  })
})

describe('the forecast', () => {
  const cell = {
    siteId: SITE,
    dishId: 'pork_rice',
    serviceDate: TUESDAY,
    period: 'lunch' as const,
    operatorId: OPERATOR,
  }
  const open = (firm: number) => {
    const { menu, ...plan } = lunches(firm)
    return { ...plan, menu: menu.slice(0, 1).map((dish) => ({ ...dish, open: true })) }
  }

  it('P1 adds what is still to come to firm orders, with safety from its quantiles', async () => {
    // 333 ordered of a median of 373; the 90% quantile lies 1.2816 standard deviations of 10 portions above
    const quantiles = [350, 360, 368, 373, 378, 385.815515656446, 392]
    await app.db.insert(forecasts).values({ ...cell, runId: 'run', origin: MONDAY, method: 'blend', quantiles })
    await putLot(app, { ingredientId: 'rice', quantity: 10_000, expiresOn: '2026-12-30' })
    await planReplenishment(app, { reviewId: 'rev_1', ...open(333) })
    const rice = (await linesOf()).find(({ ingredientId }) => ingredientId === 'rice')
    // the firm part no longer swings: (1 − 333/373) × 10 × 180 × 2.3263 = 450
    expect(rice).toMatchObject({ packs: 3, reason: { need: 373 * 180, firm: 333 * 180, safety: 450, onHand: 10_000 } })
  })

  it('yields to what a person decided', async () => {
    const quantiles = [50, 60, 80, 100, 120, 140, 150]
    await app.db.insert(forecasts).values({ ...cell, runId: 'run', origin: MONDAY, method: 'blend', quantiles })
    await app.db
      .insert(forecastOverrides)
      .values({ ...cell, portions: 200, reason: 'fair', decidedBy: 'per_1', decidedAt: MONDAY_10 })
    await planReplenishment(app, { reviewId: 'rev_1', ...open(0) })
    expect((await linesOf())[1]?.reason.need).toBe(200 * 180)
  })
})

describe('many sites at once', () => {
  it('are planned like one after the other', async () => {
    const sites = ['site_a', 'site_b', 'site_c'].map((siteId, i) => ({
      reviewId: `rev_${siteId}`,
      ...week([100 * (i + 1)]),
      siteId,
    }))
    const together = await planSites(app, sites)
    expect(together.map(({ lines }) => lines)).toEqual([2, 2, 2])
    expect(
      (
        await planSites(
          app,
          sites.map((site) => ({ ...site, reviewId: `${site.reviewId}_2` })),
        )
      ).map(({ lines }) => lines),
    ).toEqual([0, 0, 0])
    expect((await ordersOf()).map(({ number }) => number).sort()).toEqual([
      'PO-20261123-001',
      'PO-20261123-002',
      'PO-20261123-003',
    ])
  })
})
