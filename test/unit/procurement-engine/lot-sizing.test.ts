import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseModel } from '../../../src/procurement/engine/lot-sizing/case-model'
import { planCoupled } from '../../../src/procurement/engine/lot-sizing/coupled-plan'
import { piecesOf, priceOf } from '../../../src/procurement/engine/lot-sizing/offer'
import { sizeLots } from '../../../src/procurement/engine/lot-sizing/size-lots'
import { itemOf, type SupplyCase } from '../../../src/procurement/engine/lot-sizing/supply-case'
import { weighPlan } from '../../../src/procurement/engine/lot-sizing/weigh-plan'
import { solveModel } from '../../../src/procurement/planning/solve-model'

/** Cases of one supplier: packs, least order, two tiers of either kind, a lot, shelf life and storage. */
const oneItem = fc
  .record({
    demand: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 3, maxLength: 6 }),
    shelfLife: fc.integer({ min: 1, max: 6 }),
    holding: fc.integer({ min: 0, max: 3 }),
    waste: fc.integer({ min: 0, max: 3 }),
    lot: fc.record({ quantity: fc.integer({ min: 0, max: 15 }), lastDay: fc.integer({ min: -1, max: 8 }) }),
    step: fc.integer({ min: 1, max: 7 }),
    least: fc.integer({ min: 0, max: 12 }),
    breakAt: fc.integer({ min: 8, max: 30 }),
    breaks: fc.constantFrom('all_units' as const, 'incremental' as const),
    storage: fc.constantFrom(Number.POSITIVE_INFINITY, 25, 40),
    orderCost: fc.integer({ min: 0, max: 20 }),
    skipped: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ demand, lot, step, least, breakAt, breaks, orderCost, skipped, ...item }): SupplyCase => {
    const arrivalDays = demand.flatMap((_, day) => (day === skipped ? [] : [day]))
    const tiers = [
      { from: 0, price: 5 },
      { from: breakAt, price: 4 },
    ]
    const offers = [{ step, least, tiers, breaks }]
    return {
      days: demand.length,
      budget: Number.POSITIVE_INFINITY,
      suppliers: [{ id: 'a', orderCost, arrivalDays, minOrderValue: 0 }],
      items: [{ name: 'x', demand, lots: [lot], offers, ...item }],
    }
  })

const alone = (supplyCase: SupplyCase) => {
  const { problem, unit } = itemOf(supplyCase, supplyCase.items[0]!, (s) => ({
    open: true,
    orderCost: supplyCase.suppliers[s]!.orderCost,
    discount: 0,
  }))
  return { plan: sizeLots(problem), unit }
}

const exactly = { seconds: 20, gap: 0 }

describe('price lists', () => {
  const offer = {
    step: 6,
    least: 12,
    tiers: [
      { from: 0, price: 2 },
      { from: 96, price: 1.9 },
    ],
  }

  it('prices all units by the tier reached, or only what lies above it', () => {
    const all = piecesOf({ ...offer, breaks: 'all_units' })
    expect([6, 12, 90, 96].map((quantity) => priceOf(quantity, all))).toEqual([
      Number.POSITIVE_INFINITY,
      24,
      180,
      96 * 1.9,
    ])
    // 96 units at 2.00 and 6 at 1.90
    expect(priceOf(102, piecesOf({ ...offer, breaks: 'incremental' }))).toBeCloseTo(96 * 2 + 6 * 1.9, 9)
  })
})

describe('lot sizing of one item', () => {
  it('writes off what a pack holds beyond its shelf life: 10 a day for two days from packs of 7', () => {
    const supplyCase: SupplyCase = {
      days: 2,
      budget: Number.POSITIVE_INFINITY,
      suppliers: [{ id: 'a', orderCost: 10, arrivalDays: [0, 1], minOrderValue: 0 }],
      items: [
        {
          name: 'herbs',
          demand: [10, 10],
          lots: [],
          shelfLife: 1,
          holding: 0,
          waste: 1,
          storage: Number.POSITIVE_INFINITY,
          offers: [{ step: 7, least: 0, tiers: [{ from: 0, price: 3 }], breaks: 'all_units' }],
        },
      ],
    }
    // two orders of 14 at 3 and 10, and 4 of each expire
    expect(alone(supplyCase).plan).toMatchObject({ cost: 2 * (10 + 42 + 4) })
  })

  it('says which day cannot be met', () => {
    const supplyCase: SupplyCase = {
      days: 3,
      budget: Number.POSITIVE_INFINITY,
      suppliers: [{ id: 'a', orderCost: 1, arrivalDays: [2], minOrderValue: 0 }],
      items: [
        {
          name: 'milk',
          demand: [5, 5, 5],
          lots: [{ quantity: 8, lastDay: 2 }],
          shelfLife: 3,
          holding: 0,
          waste: 0,
          storage: Number.POSITIVE_INFINITY,
          offers: [{ step: 1, least: 0, tiers: [{ from: 0, price: 1 }], breaks: 'all_units' }],
        },
      ],
    }
    expect(alone(supplyCase).plan).toEqual({ day: 1 })
  })

  it('costs what the solver proves best, and never less where lots outlive deliveries', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(oneItem, async (supplyCase) => {
        const { plan } = alone(supplyCase)
        const solved = await solveModel(caseModel(supplyCase).model, exactly)
        if (!('cost' in plan)) {
          if (supplyCase.items[0]!.lots[0]!.lastDay < supplyCase.items[0]!.shelfLife)
            expect(solved.status).toBe('infeasible')
          return
        }
        expect(solved.status).toBe('solved')
        if (plan.exact) expect(plan.cost).toBeCloseTo(solved.cost, 4)
        else expect(plan.cost).toBeGreaterThanOrEqual(solved.cost - 1e-4)
      }),
      { numRuns: 30, seed: 7 },
    )
  })

  it('adds up: a plan weighed anew costs what it said', () =>
    fc.assert(
      fc.property(oneItem, (supplyCase) => {
        const { plan, unit } = alone(supplyCase)
        if (!('cost' in plan)) return
        const orders = plan.orders.map(({ day, source, quantity }) => ({
          item: 0,
          supplier: source,
          day,
          quantity: quantity * unit,
        }))
        expect(weighPlan(supplyCase, orders).cost).toBeCloseTo(plan.cost, 6)
      }),
      { numRuns: 300, seed: 11 },
    ))
})

describe('lot sizing of items bought together', () => {
  it('keeps minimum order values, and is never better than what the solver proves', { timeout: 120_000 }, async () => {
    const both = fc
      .tuple(oneItem, oneItem, fc.integer({ min: 0, max: 120 }))
      .map(([a, b, minOrderValue]): SupplyCase => {
        const days = Math.min(a.days, b.days)
        const items = [...a.items, ...b.items].map((item) => ({
          ...item,
          demand: item.demand.slice(0, days),
          lots: [],
        }))
        const arrivalDays = Array.from({ length: days }, (_, day) => day)
        return { ...a, days, items, suppliers: [{ ...a.suppliers[0]!, arrivalDays, minOrderValue }] }
      })
    await fc.assert(
      fc.asyncProperty(both, async (supplyCase) => {
        const plan = planCoupled(supplyCase, () => false)
        const solved = await solveModel(caseModel(supplyCase).model, exactly)
        if ('day' in plan) expect(solved.status).toBe('infeasible')
        else if (Number.isFinite(plan.cost)) {
          expect(weighPlan(supplyCase, plan.orders)).toMatchObject({ short: new Map() })
          expect(plan.cost).toBeGreaterThanOrEqual(solved.bound - 1e-4)
        }
      }),
      { numRuns: 25, seed: 3 },
    )
  })
})
