import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { batches } from '../../../src/kitchen/schema/batches'
import { batchesOfDishes } from '../../../src/kitchen/trace-batches'
import { fulfilmentGroups, orderLines, orders } from '../../../src/ordering/schema/orders'
import { contactsOf, dishesOfOrder } from '../../../src/ordering/trace-orders'
import { readBack, readForward } from '../../../src/http/procurement/tracing/views'
import { receiveGoods } from '../../../src/procurement/receiving/receive-goods'
import { lots } from '../../../src/procurement/schema/stock'
import { issueStock } from '../../../src/procurement/stock/issue-stock'
import { wasteLot } from '../../../src/procurement/stock/waste-lot'
import { epcisDocument } from '../../../src/procurement/tracing/epcis'
import { lifeOfLots } from '../../../src/procurement/tracing/life-of-lot'
import { lotsOfBatches } from '../../../src/procurement/tracing/lots-of-batches'
import { traceSheet } from '../../../src/procurement/tracing/trace-sheet'
import { receiveTransfer } from '../../../src/procurement/transfers/receive-transfer'
import { sendTransfer } from '../../../src/procurement/transfers/send-transfer'
import { transferById } from '../../../src/procurement/transfers/list-transfers'
import { type TestApp, testApp } from '../../support/app'
import { MONDAY, MONDAY_10, OPERATOR, SITE, stockPantry } from '../../support/pantry'
import { orderOf } from './orders'

let app: TestApp
const name = { zh: '饭', en: 'rice bowl' }

beforeEach(async () => {
  app = await testApp()
  app.setNow(MONDAY_10)
  await stockPantry(app)
})
afterEach(() => app.close())

/** A batch of a dish, cooked from what the shelf gives. */
async function cook(id: string, dishId: string, siteId = SITE, quantity = 10_000): Promise<void> {
  await app.db.insert(batches).values({
    id,
    operatorId: OPERATOR,
    siteId,
    menuDayId: `md_${siteId}`,
    serviceDate: MONDAY,
    period: 'lunch',
    dishId,
    recipeVersionId: 'rv_1',
    name,
    station: 'wok',
    sequence: Number(id.slice(-1)),
    portions: 20,
    minutes: 12,
    startBy: MONDAY_10,
    status: 'cooked',
    cookedAt: MONDAY_10,
  })
  const needs = [{ ingredientId: 'rice', quantity }]
  await issueStock(app, { ref: id, operatorId: OPERATOR, siteId, serviceDate: MONDAY, needs })
}

/** Somebody's lunch of one dish. */
async function buy(n: number, dishId: string, siteId = SITE, status: 'delivered' | 'cancelled' = 'delivered') {
  const [id, groupId] = [`ord_${n}`, `grp_${n}`]
  const person = { personId: `per_${n % 2}`, contactName: `Name ${n % 2}`, contactPhone: `1380000000${n % 2}` }
  const place = { servicePointId: 'sp', buildingId: 'b', communityId: 'c' }
  const money = { itemsMinor: 100, feeMinor: 0, totalMinor: 100, taxMinor: 0, currency: 'cny' }
  const common = { operatorId: OPERATOR, status: 'placed' as const, receivedAt: MONDAY_10 }
  await app.db.insert(orders).values({ id, number: `A${n}`, ...common, ...person, ...place, ...money })
  const slot = { menuDayId: `md_${siteId}`, siteId, serviceDate: MONDAY, period: 'lunch' as const }
  await app.db.insert(fulfilmentGroups).values({
    id: groupId,
    orderId: id,
    operatorId: OPERATOR,
    ...slot,
    status,
    boxes: 1,
    handoverCode: '1234',
    updatedAt: MONDAY_10,
  })
  const line = { orderId: id, groupId, offerId: 'of', dishId, name, quantity: 2, unitMinor: 50, taxBps: 0 }
  const allergens = { contains: [], mayContain: [], assessed: true }
  await app.db.insert(orderLines).values({ id: `lin_${n}`, ...line, allergens })
}

describe('one step back and one step forward', () => {
  it('P4 a recalled lot names its batches, transfers, orders and residents, the rest of its delivery, and what remains', async () => {
    const order = await orderOf(app, { rice: 2, pork: 1 }, { status: 'confirmed' })
    await receiveGoods(app, {
      purchaseOrderId: order.id,
      receivedBy: 'per_store',
      final: true,
      lines: [
        {
          lineId: order.lines.rice ?? '',
          quantity: 50_000,
          unit: 'g',
          lotCode: 'L-9',
          expiresOn: '2027-05-01',
          rejected: 0,
        },
        {
          lineId: order.lines.pork ?? '',
          quantity: 5_000,
          unit: 'g',
          lotCode: 'P-9',
          expiresOn: '2026-11-27',
          rejected: 0,
          temperature: 30,
        },
      ],
    })
    const rice = (await app.db.select().from(lots)).find(({ ingredientId }) => ingredientId === 'rice')
    const lotId = rice?.id ?? ''
    const { transferId } = await sendTransfer(app, {
      operatorId: OPERATOR,
      fromSiteId: SITE,
      toSiteId: 'site_satellite',
      zone: 'Asia/Shanghai',
      lines: [{ lotId, quantity: 20_000 }],
      sentBy: 'per_store',
    })
    const [sent] = (await transferById(app, transferId))?.lines ?? []
    await receiveTransfer(app, {
      transferId,
      lines: [{ lineId: sent?.id ?? '', quantity: 20_000 }],
      receivedBy: 'per_other',
    })
    await cook('bat_1', 'dish_rice')
    await cook('bat_2', 'dish_rice')
    await cook('bat_3', 'dish_rice', 'site_satellite')
    await cook('bat_4', 'dish_soup', SITE, 0)
    await wasteLot(app, { lotId, quantity: 1_000, reason: 'spoiled', note: '', wastedBy: 'per_store' })
    for (const n of [1, 2, 3]) await buy(n, 'dish_rice')
    await buy(4, 'dish_rice', 'site_satellite')
    await buy(5, 'dish_soup')
    await buy(6, 'dish_rice', SITE, 'cancelled')

    const traced = await readForward(app, lotId, MONDAY)
    expect(traced.batches.map(({ id, quantity }) => [id, quantity])).toEqual([
      ['bat_1', 10_000],
      ['bat_2', 10_000],
      ['bat_3', 10_000],
    ])
    expect(traced.totals).toEqual({ batches: 3, orders: 4, residents: 2, portions: 8 })
    expect(traced.orders.map(({ number }) => number).sort()).toEqual(['A1', 'A2', 'A3', 'A4'])
    expect(traced.lot).toMatchObject({ code: 'L-9', quantity: 9_000 })
    expect(traced.family).toMatchObject([{ siteId: 'site_satellite', code: 'L-9', quantity: 10_000 }])
    expect(traced.otherLots).toMatchObject([{ code: 'P-9' }])
    expect(traced).toMatchObject({ wasted: 1_000, delivery: { orderId: order.id, orderNumber: 'PO-1' } })
    const people = await contactsOf(app, [{ menuDayId: `md_${SITE}`, dishId: 'dish_rice' }])
    expect(people.map(({ personId, orders: own }) => [personId, own])).toEqual([
      ['per_0', ['A2']],
      ['per_1', ['A1', 'A3']],
    ])

    // from the lot that came there the way leads back to the same delivery and the same orders
    const child = traced.family[0]?.id ?? ''
    expect((await readForward(app, child, MONDAY)).totals).toEqual(traced.totals)

    const lines = await dishesOfOrder(app, [OPERATOR], 'A4')
    const back = await readBack(app, lines, await batchesOfDishes(app, lines))
    expect(back.dishes).toMatchObject([{ batches: [{ id: 'bat_3', lots: [{ lotId: child, code: 'L-9' }] }] }])
    expect(await dishesOfOrder(app, ['op_other'], 'A4')).toEqual([])

    const life = await lifeOfLots(app, [lotId, child])
    const inputs = await lotsOfBatches(app, ['bat_1'])
    const document = epcisDocument({
      base: 'https://linli.example',
      at: MONDAY_10,
      offset: '+08:00',
      life,
      transformations: [
        { batchId: 'bat_1', dishId: 'dish_rice', siteId: SITE, portions: 20, at: MONDAY_10.toISOString(), inputs },
      ],
    })
    const events = document.epcisBody.eventList as any[]
    expect(events.map(({ type, bizStep }) => `${type} ${bizStep}`).sort()).toEqual([
      'ObjectEvent destroying',
      'ObjectEvent receiving',
      'ObjectEvent receiving',
      'ObjectEvent shipping',
      'TransformationEvent creating_class_instance',
    ])
    expect(events.find(({ bizStep }) => bizStep === 'receiving')).toMatchObject({
      action: 'ADD',
      quantityList: [{ epcClass: `https://linli.example/lots/${lotId}`, quantity: 50_000, uom: 'GRM' }],
      ilmd: { 'cbvmda:lotNumber': 'L-9', 'cbvmda:itemExpirationDate': '2027-05-01' },
      bizTransactionList: [{ type: 'po', bizTransaction: 'https://linli.example/orders/PO-1' }],
    })
    const rows = traceSheet(life, 'Kitchen 1').split('\r\n')
    expect(rows[1]).toMatch(
      /^Receiving,2026-11-23T02:00:00\.000Z,L-9,Grain & Meat,rice,rice,50000,g,2027-05-01,Kitchen 1,Purchase order,PO-1,/,
    )
    expect(rows.filter((row) => row.startsWith('Transformation'))).toHaveLength(3)
  })
})
