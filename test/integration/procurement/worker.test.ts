import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dishes } from '../../../src/catalogue/schema/dishes'
import { menuDays, offers } from '../../../src/catalogue/schema/menus'
import { recipeLines, recipes, recipeVersions } from '../../../src/catalogue/schema/recipes'
import { BatchCooked, FoodWasted } from '../../../src/kitchen/events'
import { listSupplyShortages } from '../../../src/kitchen/list-shortages'
import { batches } from '../../../src/kitchen/schema/batches'
import { noteWaste } from '../../../src/kitchen/waste/note-waste'
import { MenuClosed } from '../../../src/ordering/events'
import { inbox, outbox, streamEvents } from '../../../src/platform/schema'
import { ReplenishmentRequested, SupplyFellShort, SupplyGapJudged } from '../../../src/procurement/events'
import { confirmPurchaseOrder } from '../../../src/procurement/purchasing/confirm-purchase-order'
import { recordDemand } from '../../../src/procurement/planning/record-demand'
import { requestNightlyReviews } from '../../../src/procurement/planning/request-nightly-reviews'
import { requestReview } from '../../../src/procurement/planning/request-review'
import { demandHistory, reviews } from '../../../src/procurement/schema/planning'
import { purchaseOrderLines } from '../../../src/procurement/schema/purchasing'
import { issues, lots, shortages } from '../../../src/procurement/schema/stock'
import { weighGaps } from '../../../workers/gaps'
import { kitchen } from '../../../workers/kitchen'
import { procurement } from '../../../workers/procurement'
import { type TestApp, testApp } from '../../support/app'
import { MONDAY, MONDAY_10, OPERATOR, putLot, SITE, stockPantry } from '../../support/pantry'
import { settle } from './door'
import { orderOf } from './orders'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
  app.setNow(MONDAY_10)
  await settle(app)
  await stockPantry(app)
  await publishLunch()
})
afterEach(() => app.close())

const TUESDAY = '2026-11-24'
const menuDayId = 'day_tuesday'

/** Tuesday's lunch, still open: 100 portions of pork rice with 180 g of rice and 100 g of pork, a fifth of it trimmed. */
async function publishLunch(): Promise<void> {
  const operatorId = OPERATOR
  const name = { zh: '肉饭', en: 'Pork rice' }
  await app.db.insert(recipes).values({ id: 'pork_rice', operatorId, name, currentVersion: 1 })
  await app.db.insert(recipeVersions).values({
    id: 'pork_rice_1',
    recipeId: 'pork_rice',
    version: 1,
    station: 'wok',
    minutes: 12,
    batchPortions: 40,
    yieldGrams: 280,
    allergens: { contains: [], mayContain: [], assessed: true },
    nutrition: { kcal: 0, proteinMg: 0, fatMg: 0, carbohydrateMg: 0, sodiumMg: 0 },
  })
  const versionId = 'pork_rice_1'
  await app.db.insert(recipeLines).values([
    { versionId, line: 1, ingredientId: 'rice', quantity: 180, wasteBps: 0 },
    { versionId, line: 2, ingredientId: 'pork', quantity: 100, wasteBps: 2_000 },
  ])
  await app.db.insert(menuDays).values({
    id: menuDayId,
    operatorId,
    siteId: SITE,
    serviceDate: TUESDAY,
    period: 'lunch',
    zone: 'Asia/Shanghai',
    cutoffRule: { daysBefore: 1, at: '18:00' },
    cutoffAt: new Date('2026-11-23T10:00:00Z'),
    servesFrom: new Date('2026-11-24T03:00:00Z'),
    servesTo: new Date('2026-11-24T05:00:00Z'),
    publishedAt: MONDAY_10,
  })
  await app.db.insert(offers).values({
    id: 'offer_1',
    menuDayId,
    operatorId,
    dishId: 'pork_rice',
    recipeVersionId: versionId,
    priceMinor: 2_600,
    currency: 'cny',
    taxBps: 600,
    allergens: { contains: [], mayContain: [], assessed: true },
    nutrition: { kcal: 0, proteinMg: 0, fatMg: 0, carbohydrateMg: 0, sodiumMg: 0 },
    portions: 200,
  })
}

/** Hands a fact to the worker's handler as its queue would. */
async function deliver(event: string, payload: unknown, eventId = `evt_${event}`): Promise<void> {
  const handler = procurement.find((each) => each.event === event)
  if (!handler) throw new Error(`nobody waits for ${event}`)
  await handler.handle(app, 'procurement', eventId, payload)
}

const batch = {
  batchId: 'bat_1',
  operatorId: OPERATOR,
  siteId: SITE,
  menuDayId,
  dishId: 'pork_rice',
  recipeVersionId: 'pork_rice_1',
  portions: 40,
  cookedAt: '2026-11-24T02:30:00.000Z',
}

describe('the procurement worker', () => {
  it('U1 P6 from the supplier’s word to another order and the kitchen’s screen, each fact delivered twice', async () => {
    await app.db.insert(dishes).values({
      id: 'pork_rice',
      operatorId: OPERATOR,
      kind: 'meal',
      name: { zh: '肉饭', en: 'Pork rice' },
      description: { zh: '', en: '' },
      category: 'rice',
      tags: [],
      art: 'bowl',
      priceMinor: 2_600,
      taxBps: 600,
    })
    const weekAgo = { siteId: SITE, dishId: 'pork_rice', period: 'lunch' as const, operatorId: OPERATOR, portions: 100 }
    await app.db.insert(demandHistory).values({ ...weekAgo, serviceDate: '2026-11-17' })
    // 25 kg of rice for Tuesday's 18: the only bag, and the supplier has none
    const order = await orderOf(app, { rice: 1 }, { status: 'sent' })
    const none = [{ lineId: order.lines.rice ?? '', packs: 0 }]
    await confirmPurchaseOrder(app, { purchaseOrderId: order.id, saidBy: 'per_supplier', lines: none })
    const factsOf = (event: string) => app.db.select().from(outbox).where(eq(outbox.event, event))

    const [short] = await factsOf(SupplyFellShort.name)
    for (const _ of [1, 2]) await deliver(SupplyFellShort.name, short?.payload)
    const asked = await factsOf(ReplenishmentRequested.name)
    expect(asked).toHaveLength(1)
    await weighGaps(app)
    expect(await factsOf(SupplyGapJudged.name)).toEqual([])
    await deliver(ReplenishmentRequested.name, asked[0]?.payload)
    await weighGaps(app)
    await weighGaps(app)

    const words = await factsOf(SupplyGapJudged.name)
    expect(words.map(({ payload }) => payload)).toMatchObject([
      {
        state: 'resourced',
        quantity: 25_000,
        runsOutOn: TUESDAY,
        hits: [{ menuDayId, dishId: 'pork_rice', cutoffAt: '2026-11-23T10:00:00.000Z' }],
      },
    ])
    const screen = kitchen.find(({ event }) => event === SupplyGapJudged.name)
    for (const _ of [1, 2]) await screen?.handle(app, 'kitchen', words[0]?.id ?? '', words[0]?.payload)
    expect(await listSupplyShortages(app, SITE)).toMatchObject([{ state: 'resourced', runsOutOn: TUESDAY }])
    const told = await app.db
      .select()
      .from(streamEvents)
      .where(eq(streamEvents.topic, `kitchen:${SITE}`))
    expect(told).toMatchObject([{ event: 'shortage' }])
  })

  it('K5 takes a cooked batch from stock, raw and with waste, for the day of its menu', async () => {
    await putLot(app, { id: 'rice_lot', ingredientId: 'rice', quantity: 10_000, expiresOn: TUESDAY })
    await deliver(BatchCooked.name, batch)
    await deliver(BatchCooked.name, batch)
    await deliver(BatchCooked.name, batch, 'evt_again')
    expect(await app.db.select().from(lots)).toMatchObject([{ quantity: 10_000 - 40 * 180 }])
    // 40 × 100 g after a fifth of trimming are 5,000 g bought
    expect(await app.db.select().from(shortages)).toMatchObject([{ ingredientId: 'pork', quantity: 5_000 }])
    expect(await app.db.select().from(issues)).toMatchObject([{ ref: 'bat_1', serviceDate: TUESDAY }])
  })

  it('plans from the published menu, the past and the recipes', async () => {
    const past = ['2026-11-03', '2026-11-10', '2026-11-17'].map((serviceDate) => {
      return {
        siteId: SITE,
        dishId: 'pork_rice',
        serviceDate,
        period: 'lunch' as const,
        operatorId: OPERATOR,
        portions: 100,
      }
    })
    await app.db.insert(demandHistory).values(past)
    const { reviewId } = await requestReview(app, { operatorId: OPERATOR, siteId: SITE, requestedBy: 'per_buyer' })
    const [asked] = await app.db.select().from(outbox).where(eq(outbox.event, ReplenishmentRequested.name))
    await deliver(ReplenishmentRequested.name, asked?.payload)
    const lines = await app.db.select().from(purchaseOrderLines)
    expect(lines.map(({ ingredientId, packs, reason }) => [ingredientId, packs, reason.need, reason.byDay])).toEqual(
      expect.arrayContaining([
        ['rice', 1, 18_000, [{ date: TUESDAY, need: 18_000, firm: 0 }]],
        ['pork', 3, 12_500, [{ date: TUESDAY, need: 12_500, firm: 0 }]],
      ]),
    )
    expect(await app.db.select().from(reviews)).toMatchObject([
      { id: reviewId, requestedBy: 'per_buyer', proposedLines: 2, unplanned: [] },
    ])
  })

  it('plans less of what was left over: made less left, never more than ordered, whatever came first', async () => {
    const cell = { operatorId: OPERATOR, siteId: SITE, serviceDate: '2026-11-17', period: 'lunch' as const }
    const served = { ...cell, dishId: 'pork_rice' }
    const cooked = { ...served, menuDayId: 'day_before', name: { zh: '肉饭', en: 'Pork rice' }, station: 'wok' }
    const times = { startBy: MONDAY_10, cookedAt: MONDAY_10, minutes: 12, status: 'cooked' as const }
    await app.db.insert(batches).values(
      [1, 2].map((sequence) => ({
        ...cooked,
        ...times,
        id: `b${sequence}`,
        recipeVersionId: 'pork_rice_1',
        sequence,
        portions: 55,
      })),
    )
    const wasted = async (portions: number, cause: 'left_over' | 'spoilt') => {
      await noteWaste(app, { ...served, portions, cause, actorId: 'chef' })
      const facts = await app.db.select().from(outbox).where(eq(outbox.event, FoodWasted.name))
      for (const { id, payload } of facts) await deliver(FoodWasted.name, payload, id)
    }
    // 110 made for 100 orders, 30 left in two pans: 80 were eaten; what fell is nobody's left-over
    await wasted(20, 'left_over')
    await recordDemand(app, { ...cell, dishes: [{ dishId: 'pork_rice', portions: 100 }] })
    await wasted(10, 'left_over')
    await wasted(5, 'spoilt')
    expect(await app.db.select().from(demandHistory)).toMatchObject([
      { portions: 100, cooked: 110, leftOver: 30, eaten: 80 },
    ])

    await requestReview(app, { operatorId: OPERATOR, siteId: SITE, requestedBy: 'per_buyer' })
    const [asked] = await app.db.select().from(outbox).where(eq(outbox.event, ReplenishmentRequested.name))
    await deliver(ReplenishmentRequested.name, asked?.payload)
    const lines = await app.db.select().from(purchaseOrderLines)
    // 80 × 180 g of rice, and 80 × 100 g of pork after a fifth of trimming
    const needs = lines.map(({ ingredientId, reason }) => [ingredientId, reason.need])
    expect(needs).toEqual(
      expect.arrayContaining([
        ['rice', 14_400],
        ['pork', 10_000],
      ]),
    )
  })

  it('keeps nothing of a menu day that sold nothing, and answers once', async () => {
    const closed = { menuDayId, operatorId: OPERATOR, siteId: SITE, serviceDate: TUESDAY, period: 'lunch' }
    await deliver(MenuClosed.name, closed)
    expect(await app.db.select().from(demandHistory)).toEqual([])
    expect(await app.db.select().from(inbox)).toHaveLength(1)
  })
})

describe('the nightly review', () => {
  const sites = [
    { id: SITE, operatorId: OPERATOR, zone: 'Asia/Shanghai' },
    { id: 'site_ny', operatorId: OPERATOR, zone: 'America/New_York' },
  ]

  it('is asked for once a site and night, on the site’s own clock, also by a clock that woke late', async () => {
    // 02:29 in Shanghai, the afternoon before in New York: both missed the night before, as on a first start
    app.setNow(new Date('2026-11-22T18:29:00Z'))
    expect(await requestNightlyReviews(app, sites)).toEqual({ requested: 2 })
    expect(await requestNightlyReviews(app, sites)).toEqual({ requested: 0 })
    app.setNow(new Date('2026-11-22T18:30:00Z'))
    const asked = await Promise.all(Array.from({ length: 4 }, () => requestNightlyReviews(app, sites)))
    expect(asked.reduce((sum, { requested }) => sum + requested, 0)).toBe(1)
    const rows = await app.db.select().from(reviews)
    expect(rows.map(({ id }) => id).sort()).toEqual([
      `rev_${SITE}_2026-11-22`,
      `rev_${SITE}_${MONDAY}`,
      'rev_site_ny_2026-11-22',
    ])
  })
})
