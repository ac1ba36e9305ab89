import { describe, expect, it } from 'vitest'
import { BadCase, solveFile } from '../../../src/procurement/planning/cases/solve-file'
import { TEN_DAYS, THREE_ITEMS, TOFU } from './cases'

const limits = { seconds: 100, gap: 0 }
const WAGNER_WHITIN = {
  id: 'T1',
  h: 1,
  demand: [69, 29, 36, 61, 61, 26, 34, 67, 45, 67, 79, 56],
  setup: [85, 102, 102, 101, 98, 114, 105, 86, 119, 110, 98, 114],
}

describe('planning case files', () => {
  it('T1 and T2 are Wagner and Whitin’s', async () => {
    const orders = [98, 0, 97, 0, 121, 0, 0, 112, 0, 67, 135, 0]
    expect(await solveFile(WAGNER_WHITIN, limits)).toEqual({ id: 'T1', cost: 864, gap: 0, orders })
    const steady = { h: 2, setup: 500, demand: [90, 120, 80, 70] }
    expect(await solveFile(steady, limits)).toEqual({ cost: 1_380, gap: 0, orders: [210, 0, 150, 0] })
    // the same in tenths
    expect((await solveFile({ h: 200, setup: 500, demand: [0.9, 1.2, 0.8, 0.7] }, limits)).cost).toBe(1_380)
  })

  it('T11 keeps goods for two periods', async () => {
    const orders = [98, 0, 97, 0, 87, 0, 34, 112, 0, 67, 135, 0]
    expect(await solveFile({ ...WAGNER_WHITIN, id: 'T11', shelf_life: 2 }, limits)).toEqual({
      id: 'T11',
      cost: 901,
      gap: 0,
      orders,
    })
  })

  it('T9 plans tofu for 621.90, proved', async () => {
    const plan = await solveFile(TOFU, limits)
    expect(plan).toMatchObject({ cost: 621.9, gap: 0 })
    expect(plan.orders).toEqual(
      [
        [0, 30],
        [2, 96],
        [7, 48],
        [9, 102],
      ].map(([day, quantity]) => ({ day, supplier: 'A', item: 'tofu kg', quantity })),
    )
  })

  it('T10 plans three items from two suppliers for 1301.10, proved', { timeout: 120_000 }, async () =>
    expect(await solveFile(THREE_ITEMS, limits)).toMatchObject({ cost: 1301.1, gap: 0 }),
  )

  it('plans ten days of three items for 2200.48 or says how far it may be', { timeout: 120_000 }, async () => {
    const { cost, gap } = await solveFile(TEN_DAYS, { ...limits, gap: 0.001 })
    expect(cost).toBeGreaterThanOrEqual(2200.48)
    expect(cost).toBeLessThanOrEqual(2200.48 / (1 - (gap ?? 1)) + 1e-6)
    expect(gap).toBeLessThanOrEqual(0.001)
  })

  it('takes cases inside a case, and means by their names', async () => {
    const answer = await solveFile(
      { id: 'T4', normal: { h: 0.18, p: 0.7, mean: 50, sd: 8 }, poisson: { h: 1, p: 4, mean: 6 } },
      limits,
    )
    expect(answer.parts).toMatchObject([
      { id: 'normal', cost: expect.closeTo(1.997605, 6) },
      { id: 'poisson', orders: [{ baseStock: 8 }] },
    ])
    expect(await solveFile({ h: 1, p: 9, K: 64, mu: 20 }, limits)).toMatchObject({ orders: [{ s: 14, S: 62 }] })
  })

  it('says what cannot be met, and by what', async () => {
    const late = { ...TOFU, suppliers: [{ ...TOFU.suppliers[0], arrival_days: [2] }] }
    expect((await solveFile(late, limits)).infeasible).toEqual({ reason: 'demand_not_met', item: 'tofu kg', day: 0 })
    const poor = { ...TOFU, budget: 100 }
    expect((await solveFile(poor, limits)).infeasible).toEqual({ reason: 'rules_together' })
  })

  it.each([
    [
      'a price break out of order',
      {
        tiers: [
          { from: 0, price: 2 },
          { from: 96, price: 1 },
          { from: 50, price: 1.5 },
        ],
      },
      /tiers\.2\.from/,
    ],
    ['a price list that does not start at 0', { tiers: [{ from: 5, price: 2 }] }, /tiers\.0\.from/],
    ['a pack of nothing', { pack: 0, tiers: [{ from: 0, price: 2 }] }, /pack/],
  ])('refuses %s', async (_, offer, where) => {
    const bad = { ...TOFU, items: [{ ...TOFU.items[0], offers: { A: offer } }] }
    await expect(solveFile(bad, limits)).rejects.toThrow(where)
  })

  it('refuses what is not a case, and leaves out what it does not know', async () => {
    await expect(solveFile({ hello: 1 }, limits)).rejects.toThrow(BadCase)
    await expect(solveFile([], limits)).rejects.toThrow(BadCase)
    const short = { ...TOFU, days: 3 }
    await expect(solveFile(short, limits)).rejects.toThrow(/14 days, not 3/)
    expect(
      await solveFile({ ...TOFU, note: 'x', items: [{ ...TOFU.items[0], colour: 'white' }] }, limits),
    ).toMatchObject({ cost: 621.9 })
  })
})
