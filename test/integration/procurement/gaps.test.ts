import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listSupplyShortages } from '../../../src/kitchen/list-shortages'
import { noteShortage } from '../../../src/kitchen/note-shortage'
import { outbox, streamEvents } from '../../../src/platform/schema'
import { judgeGaps, type NeedyDish } from '../../../src/procurement/gaps/judge-gaps'
import { requestReview } from '../../../src/procurement/planning/request-review'
import { sitesWithGaps, sitesWithNewGaps } from '../../../src/procurement/gaps/sites-with-gaps'
import { confirmPurchaseOrder, reportShort } from '../../../src/procurement/purchasing/confirm-purchase-order'
import { receiveGoods } from '../../../src/procurement/receiving/receive-goods'
import { gaps } from '../../../src/procurement/schema/gaps'
import { reviews } from '../../../src/procurement/schema/planning'
import { purchaseOrderLines, purchaseOrders } from '../../../src/procurement/schema/purchasing'
import { type TestApp, testApp } from '../../support/app'
import { MONDAY_10, OPERATOR, putLot, SITE, stockPantry } from '../../support/pantry'
import { orderOf, TUESDAY } from './orders'

let app: TestApp

beforeEach(async () => {
  app = await testApp()
  app.setNow(MONDAY_10)
  await stockPantry(app)
})
afterEach(() => app.close())

const text = (name: string) => ({ zh: name, en: name })
/** Wednesday's lunch takes 100 kg of rice; orders close on Tuesday at 18:00 in Shanghai. */
const lunch: NeedyDish = {
  menuDayId: 'md_wednesday',
  serviceDate: '2026-11-25',
  period: 'lunch',
  dishId: 'dish_rice',
  dish: text('rice bowl'),
  cutoffAt: new Date('2026-11-24T10:00:00Z'),
  firm: 400,
  portions: 500,
  needs: [{ ingredientId: 'rice', perThousand: 200_000 }],
}
const judge = () => judgeGaps(app, { siteId: SITE, zone: 'Asia/Shanghai', menu: [lunch] })
const gapsNow = () => app.db.select().from(gaps).orderBy(asc(gaps.id))
const words = async () =>
  (await app.db.select().from(outbox).where(eq(outbox.event, 'procurement.supply-gap-judged'))).map(
    ({ payload }) => payload,
  )

describe('what will not come', () => {
  it('U1 a supplier who confirms 80 of 100 kg is planned anew, and re-sourced or escalated before the cut-off', async () => {
    // 4 bags of 25 kg for Tuesday, with nothing on the shelf
    const order = await orderOf(app, { rice: 4 }, { status: 'sent' })
    await confirmPurchaseOrder(app, {
      purchaseOrderId: order.id,
      saidBy: 'per_supplier',
      lines: [{ lineId: order.lines.rice ?? '', packs: 3 }],
    })
    expect(await gapsNow()).toMatchObject([{ ingredientId: 'rice', quantity: 25_000, cause: 'short', state: 'open' }])
    const [fact] = await app.db.select().from(outbox).where(eq(outbox.event, 'procurement.supply-fell-short'))
    expect(fact?.payload).toMatchObject({ operatorId: OPERATOR, siteId: SITE })

    // the plan that is asked for at once has not finished: nobody says anything yet
    await requestReview(app, { operatorId: OPERATOR, siteId: SITE, requestedBy: 'worker' })
    expect(await sitesWithNewGaps(app)).toEqual([])
    await app.db.update(reviews).set({ finishedAt: MONDAY_10 })
    expect(await sitesWithNewGaps(app)).toEqual([SITE])

    expect(await judge()).toEqual({ judged: 1 })
    expect(await gapsNow()).toMatchObject([{ state: 'escalated', runsOutOn: '2026-11-25' }])
    expect([await sitesWithNewGaps(app), await sitesWithGaps(app)]).toEqual([[], [SITE]])
    expect((await gapsNow())[0]?.decideBy).toEqual(lunch.cutoffAt)
    // once a proposal for the missing bag stands, the same look says so
    const proposal = await orderOf(app, { rice: 1 }, { number: 'PO-2', deliverOn: '2026-11-25' })
    expect(await judge()).toEqual({ judged: 1 })
    expect(await gapsNow()).toMatchObject([{ state: 'resourced', coveredBy: proposal.id }])
    expect(await judge()).toEqual({ judged: 0 })
    // nobody approved it until two hours before the cut-off
    app.setNow(new Date('2026-11-24T08:30:00Z'))
    await judge()
    expect(await gapsNow()).toMatchObject([{ state: 'escalated' }])
    await app.db.update(purchaseOrders).set({ status: 'sent' }).where(eq(purchaseOrders.id, proposal.id))
    await judge()
    expect(await gapsNow()).toMatchObject([{ state: 'covered', runsOutOn: null, hits: [] }])
    expect((await words()).map((word: any) => word.state)).toEqual(['escalated', 'resourced', 'escalated', 'covered'])
  })

  it('P6 goods sent back and goods left out are gaps, once each, with the menus they hit', async () => {
    const order = await orderOf(app, { rice: 4 }, { status: 'confirmed' })
    const line = order.lines.rice ?? ''
    const arrival = { lineId: line, unit: 'g' as const, lotCode: 'L1', expiresOn: '2027-05-01' }
    await receiveGoods(app, {
      purchaseOrderId: order.id,
      receivedBy: 'per_store',
      lines: [{ ...arrival, quantity: 50_000, rejected: 25_000, rejectReason: 'wet' }],
      final: true,
    })
    expect((await gapsNow()).map(({ cause, quantity }) => [cause, quantity]).sort()).toEqual([
      ['missing', 25_000],
      ['rejected', 25_000],
    ])
    await judge()
    const [first] = await words()
    expect(first).toMatchObject({
      state: 'escalated',
      runsOutOn: '2026-11-25',
      hits: [{ menuDayId: 'md_wednesday', dishId: 'dish_rice', portions: 400 }],
    })
  })

  it('is covered where the shelf suffices', async () => {
    await putLot(app, { ingredientId: 'rice', quantity: 200_000, expiresOn: '2027-01-01' })
    const order = await orderOf(app, { rice: 4 }, { status: 'confirmed' })
    await reportShort(app, {
      purchaseOrderId: order.id,
      saidBy: 'per_supplier',
      lines: [{ lineId: order.lines.rice ?? '', packs: 0 }],
      reason: 'lorry broke down',
    })
    const [now] = await app.db.select().from(purchaseOrders)
    expect(now).toMatchObject({ status: 'short', shortReason: 'lorry broke down' })
    await judge()
    expect(await gapsNow()).toMatchObject([{ state: 'covered', hits: [] }])
  })

  it('P6 the kitchen keeps the newest word and hears it on its stream', async () => {
    const word = {
      id: 'gap_1',
      operatorId: OPERATOR,
      siteId: SITE,
      ingredient: text('rice'),
      unit: 'g' as const,
      quantity: 25_000,
      state: 'escalated' as const,
      runsOutOn: TUESDAY,
      hits: [],
      at: MONDAY_10,
    }
    await noteShortage(app, word)
    await noteShortage(app, { ...word, state: 'covered', at: new Date(MONDAY_10.getTime() - 1_000) })
    expect(await listSupplyShortages(app, SITE)).toMatchObject([{ id: 'gap_1', state: 'escalated' }])
    const heard = await app.db
      .select()
      .from(streamEvents)
      .where(eq(streamEvents.topic, `kitchen:${SITE}`))
    expect(heard).toMatchObject([{ event: 'shortage', data: { id: 'gap_1', state: 'escalated' } }])
    const lines = await app.db.select().from(purchaseOrderLines)
    expect(lines).toEqual([])
  })
})
