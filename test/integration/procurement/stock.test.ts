import { asc, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { issueStock } from '../../../src/procurement/stock/issue-stock'
import { lots, shortages, stockMoves } from '../../../src/procurement/schema/stock'
import { type TestApp, testApp } from '../../support/app'
import { MONDAY, MONDAY_10, OPERATOR, putLot, SITE, stockPantry } from '../../support/pantry'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
  app.setNow(MONDAY_10)
  await stockPantry(app)
})
afterEach(() => app.close())

const issue = (ref: string, needs: Record<string, number>) =>
  issueStock(app, {
    ref,
    operatorId: OPERATOR,
    siteId: SITE,
    serviceDate: MONDAY,
    needs: Object.entries(needs).map(([ingredientId, quantity]) => ({ ingredientId, quantity })),
  })

const left = async () =>
  Object.fromEntries((await app.db.select().from(lots).orderBy(asc(lots.id))).map((lot) => [lot.id, lot.quantity]))

/** Lots whose quantity is not the sum of their moves. */
const wrongLots = async () =>
  (
    await app.db.execute(sql`
      select l.id from procurement.lots l left join procurement.stock_moves m on m.lot_id = l.id
      group by l.id having l.quantity <> coalesce(sum(m.delta), 0)`)
  ).rows

describe('issuing stock', () => {
  it('P4 issues the earliest expiry first, never an expired lot, and notes what is short', async () => {
    await putLot(app, { id: 'late', ingredientId: 'rice', quantity: 500, expiresOn: '2026-12-30' })
    await putLot(app, { id: 'today', ingredientId: 'rice', quantity: 300, expiresOn: MONDAY })
    await putLot(app, { id: 'gone', ingredientId: 'rice', quantity: 900, expiresOn: '2026-11-22' })

    await issue('bat_1', { rice: 400 })
    expect(await left()).toEqual({ late: 400, today: 0, gone: 900 })
    await issue('bat_2', { rice: 1_000, pork: 70 })
    expect(await left()).toEqual({ late: 0, today: 0, gone: 900 })
    const short = await app.db.select().from(shortages).orderBy(asc(shortages.ingredientId))
    expect(short.map(({ ref, ingredientId, quantity }) => [ref, ingredientId, quantity])).toEqual([
      ['bat_2', 'pork', 70],
      ['bat_2', 'rice', 600],
    ])
  })

  it('takes once what a batch used, however often it is said', async () => {
    await putLot(app, { id: 'a', ingredientId: 'rice', quantity: 500, expiresOn: '2026-12-30' })
    await Promise.all(Array.from({ length: 6 }, () => issue('bat_1', { rice: 200 })))
    expect(await left()).toEqual({ a: 300 })
    expect(await app.db.select().from(stockMoves)).toHaveLength(2)
  })

  it('keeps stock the sum of its moves, never below zero, when many batches share the shelf', async () => {
    for (let i = 0; i < 5; i++) {
      await putLot(app, { ingredientId: 'rice', quantity: 1_000, expiresOn: `2026-12-0${i + 1}` })
      await putLot(app, { ingredientId: 'pork', quantity: 400, expiresOn: `2026-12-0${5 - i}` })
    }
    // half name the ingredients the other way round: without a fixed order these deadlock
    const batches = Array.from({ length: 24 }, (_, i) =>
      issue(`bat_${i}`, i % 2 ? { rice: 250, pork: 100 } : { pork: 100, rice: 250 }),
    )
    await Promise.all(batches)
    expect(await wrongLots()).toEqual([])
    const { rows } = await app.db.execute(sql`
      select (select sum(quantity)::int from procurement.lots) "left",
             (select sum(quantity)::int from procurement.shortages) short,
             (select min(quantity)::int from procurement.lots) least`)
    // 24 × 250 of 5,000 and 24 × 100 of 2,000: nothing left, 1,400 short
    expect(rows).toEqual([{ left: 0, short: 1_400, least: 0 }])
  })
})
