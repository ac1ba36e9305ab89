import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { audit } from '../../../src/platform/schema'
import { countLine } from '../../../src/procurement/counting/count-line'
import { countDetail } from '../../../src/procurement/counting/list-counts'
import { openCount } from '../../../src/procurement/counting/open-count'
import { submitCount } from '../../../src/procurement/counting/submit-count'
import { auditPurchasing } from '../../../src/procurement/matching/audit-purchasing'
import { receiveGoods } from '../../../src/procurement/receiving/receive-goods'
import { credits, discrepancies } from '../../../src/procurement/schema/matching'
import { lots, shortages, wastes } from '../../../src/procurement/schema/stock'
import { auditStock } from '../../../src/procurement/stock/audit-stock'
import { blockLots, unblockLot } from '../../../src/procurement/stock/block-lots'
import { issueStock } from '../../../src/procurement/stock/issue-stock'
import { returnLot } from '../../../src/procurement/stock/return-lot'
import { wasteLot } from '../../../src/procurement/stock/waste-lot'
import { transferById } from '../../../src/procurement/transfers/list-transfers'
import { receiveTransfer } from '../../../src/procurement/transfers/receive-transfer'
import { sendTransfer } from '../../../src/procurement/transfers/send-transfer'
import { type TestApp, testApp } from '../../support/app'
import { MONDAY, MONDAY_10, OPERATOR, putLot, SITE, stockPantry } from '../../support/pantry'
import { orderOf } from './orders'

let app: TestApp

beforeEach(async () => {
  app = await testApp()
  app.setNow(MONDAY_10)
  await stockPantry(app)
})
afterEach(() => app.close())

const refused = (code: string) => expect.objectContaining({ code })
const rice = (quantity: number, id: string) =>
  putLot(app, { ingredientId: 'rice', quantity, expiresOn: '2027-01-01', id })
const left = async (id: string) => (await app.db.select().from(lots).where(eq(lots.id, id)))[0]?.quantity
const cook = (ref: string, quantity: number) =>
  issueStock(app, {
    ref,
    operatorId: OPERATOR,
    siteId: SITE,
    serviceDate: MONDAY,
    needs: [{ ingredientId: 'rice', quantity }],
  })
const waste = (lotId: string, quantity: number) =>
  wasteLot(app, { lotId, quantity, reason: 'spoiled', note: '', wastedBy: 'per_store' })

describe('waste, blocks and returns', () => {
  it('writes off with reason and cost, and never more than is there', async () => {
    await rice(10_000, 'lot_a')
    await waste('lot_a', 4_000)
    // 5.12 a kilogram
    expect(await app.db.select().from(wastes)).toMatchObject([{ quantity: 4_000, costMinor: 2_048, reason: 'spoiled' }])
    await expect(waste('lot_a', 6_001)).rejects.toEqual(refused('insufficient_stock'))
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => waste('lot_a', 2_000)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    expect(await left('lot_a')).toBe(0)
    expect(await auditStock(app)).toEqual([])
    expect(await app.db.select().from(audit).where(eq(audit.action, 'procurement.waste'))).toHaveLength(4)
  })

  it('P4 a recalled lot is not cooked any more, at whatever site its code lies', async () => {
    await rice(10_000, 'lot_a')
    await rice(10_000, 'lot_b')
    await app.db.update(lots).set({ code: 'L-1' })
    expect(
      await blockLots(app, { lotId: 'lot_a', reason: 'recall', everywhere: true, blockedBy: 'per_buyer' }),
    ).toEqual(['lot_a', 'lot_b'])
    await cook('bat_1', 3_000)
    expect(await app.db.select().from(shortages)).toMatchObject([{ quantity: 3_000 }])
    await unblockLot(app, { lotId: 'lot_b', unblockedBy: 'per_buyer' })
    await cook('bat_2', 3_000)
    expect([await left('lot_a'), await left('lot_b')]).toEqual([10_000, 7_000])
  })

  it('sends back for a credit at what was paid, and only to a supplier', async () => {
    await rice(10_000, 'lot_a')
    const back = () => returnLot(app, { lotId: 'lot_a', quantity: 2_500, reason: 'mouldy', returnedBy: 'per_store' })
    await expect(back()).rejects.toEqual(refused('not_resolvable'))
    await app.db.update(lots).set({ supplierId: 'sup_grain' })
    await back()
    expect(await app.db.select().from(credits)).toMatchObject([{ cause: 'return', amountMinor: 1_280 }])
    expect(await left('lot_a')).toBe(7_500)
  })
})

describe('blind counts', () => {
  const open = () => openCount(app, { operatorId: OPERATOR, siteId: SITE, openedBy: 'per_store' })
  const linesOf = async (countId: string) =>
    new Map((await countDetail(app, countId))?.lines.map((line) => [line.lotId, line]) ?? [])
  const put = async (countId: string, lotId: string, quantity: number) =>
    countLine(app, { countId, lineId: (await linesOf(countId)).get(lotId)?.id ?? '', quantity, countedBy: 'per_store' })
  const submit = (countId: string) => submitCount(app, { countId, submittedBy: 'per_store' })

  it('tells nothing of the books, counts again what is far off, and posts the variance with what it is worth', async () => {
    await rice(10_000, 'lot_a')
    await rice(20_000, 'lot_b')
    const { countId } = await open()
    await expect(open()).rejects.toEqual(refused('count_already_open'))
    await expect(submit(countId)).rejects.toEqual(refused('count_incomplete'))
    await put(countId, 'lot_a', 9_900)
    await put(countId, 'lot_b', 15_000)
    expect((await linesOf(countId)).get('lot_b')).toMatchObject({ counted: 15_000, expected: null, variance: null })

    expect(await submit(countId)).toEqual({ status: 'recount' })
    expect((await linesOf(countId)).get('lot_b')).toMatchObject({ again: true, counted: null })
    await expect(put(countId, 'lot_a', 1)).rejects.toEqual(refused('count_not_open'))
    await put(countId, 'lot_b', 15_500)
    expect(await submit(countId)).toEqual({ status: 'posted' })

    expect([await left('lot_a'), await left('lot_b')]).toEqual([9_900, 15_500])
    const posted = await countDetail(app, countId)
    expect(posted).toMatchObject({ status: 'posted', varianceMinor: -Math.round((100 + 4_500) * 0.512) })
    await expect(submit(countId)).rejects.toEqual(refused('count_not_open'))
    expect(await auditStock(app)).toEqual([])
  })

  it('counts while batches cook: the difference is posted, not the number', async () => {
    await rice(10_000, 'lot_a')
    const { countId } = await open()
    await put(countId, 'lot_a', 9_950)
    await cook('bat_1', 4_000)
    await submit(countId)
    expect(await left('lot_a')).toBe(5_950)
  })
})

describe('transfers', () => {
  const send = (quantity: number) =>
    sendTransfer(app, {
      operatorId: OPERATOR,
      fromSiteId: SITE,
      toSiteId: 'site_satellite',
      zone: 'Asia/Shanghai',
      lines: [{ lotId: 'lot_a', quantity }],
      sentBy: 'per_store',
    })
  const receive = async (transferId: string, quantity: number, temperature?: number) => {
    const [line] = (await transferById(app, transferId))?.lines ?? []
    const lines = [{ lineId: line?.id ?? '', quantity, temperature }]
    return receiveTransfer(app, { transferId, lines, receivedBy: 'per_other' })
  }

  it('K7 of 200 sent 190 arrive: 190 are there, 10 are a discrepancy, and the expiry goes on', async () => {
    await putLot(app, { ingredientId: 'pork', quantity: 500, expiresOn: '2026-11-25', id: 'lot_a' })
    const { transferId } = await send(200)
    expect(await left('lot_a')).toBe(300)
    await expect(receive(transferId, 190)).rejects.toEqual(refused('temperature_required'))
    await expect(receive(transferId, 190, 95)).rejects.toEqual(refused('temperature_out_of_range'))
    await expect(receive(transferId, 201, 40)).rejects.toEqual(refused('more_than_ordered'))
    await receive(transferId, 190, 40)
    await expect(receive(transferId, 190, 40)).rejects.toEqual(refused('transfer_received'))
    const there = await app.db.select().from(lots).where(eq(lots.siteId, 'site_satellite'))
    expect(there).toMatchObject([{ quantity: 190, expiresOn: '2026-11-25', parentId: 'lot_a', code: 'lot_a' }])
    expect(await app.db.select().from(discrepancies)).toMatchObject([
      { kind: 'transfer', expected: 200, found: 190, amountMinor: 5, status: 'open' },
    ])
    expect(await auditStock(app)).toEqual([])
  })

  it('takes neither a blocked lot nor more than is there', async () => {
    await rice(1_000, 'lot_a')
    await expect(send(1_001)).rejects.toEqual(refused('insufficient_stock'))
    await blockLots(app, { lotId: 'lot_a', reason: 'doubt', everywhere: false, blockedBy: 'per_buyer' })
    await expect(send(10)).rejects.toEqual(refused('lot_blocked'))
  })
})

describe('everything at once', () => {
  it('keeps stock the sum of its moves and never below zero while goods come in, batches cook and people count', async () => {
    const order = await orderOf(app, { rice: 8 }, { status: 'confirmed' })
    for (const id of ['lot_a', 'lot_b', 'lot_c']) await rice(20_000, id)
    const { countId } = await openCount(app, { operatorId: OPERATOR, siteId: SITE, openedBy: 'per_store' })
    const lines = (await countDetail(app, countId))?.lines ?? []
    const receiving = Array.from({ length: 4 }, (_, i) =>
      receiveGoods(app, {
        purchaseOrderId: order.id,
        receivedBy: 'per_store',
        final: false,
        lines: [
          {
            lineId: order.lines.rice ?? '',
            quantity: 25_000,
            unit: 'g',
            lotCode: `N-${i}`,
            expiresOn: '2027-02-01',
            rejected: 0,
          },
        ],
      }),
    )
    const cooking = Array.from({ length: 10 }, (_, i) => cook(`bat_${i}`, 7_000))
    const counting = lines.map(({ id }, i) =>
      countLine(app, { countId, lineId: id, quantity: 15_000 + i, countedBy: 'a' }),
    )
    const wasting = Array.from({ length: 4 }, () => waste('lot_c', 6_000))
    const results = await Promise.allSettled([...receiving, ...cooking, ...counting, ...wasting])
    const broken = results.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []))
    expect(broken.every((code) => code === 'insufficient_stock')).toBe(true)

    const posting = [submitCount(app, { countId, submittedBy: 'a' }), cook('bat_last', 30_000), waste('lot_b', 1)]
    await Promise.allSettled(posting)
    for (const { id } of lines)
      await countLine(app, { countId, lineId: id, quantity: 500, countedBy: 'a' }).catch(() => undefined)
    await submitCount(app, { countId, submittedBy: 'a' }).catch(() => undefined)
    expect([...(await auditStock(app)), ...(await auditPurchasing(app))]).toEqual([])
    const { rows } = await app.db.execute(sql`select count(*)::int n from procurement.lots where quantity < 0`)
    expect(rows).toEqual([{ n: 0 }])
  })
})
